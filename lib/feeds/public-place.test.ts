import { expect, test } from "vitest";
import type { Place } from "@/db/schema/places";
import { publicPlaceOf } from "./public-place";

const event = {
  placeName: "At Grace’s",
  placeAddress: "3 rue Secrète, Rennes",
  latitude: 48.1,
  longitude: -1.68,
  isAddressHidden: false,
};
const place = { street: "3 rue Secrète", postalCode: "35000", locality: "Rennes", region: "", country: "FR" };

test("a place is told as it is", () => {
  expect(publicPlaceOf(event, place as Place)).toMatchObject({ name: "At Grace’s", latitude: 48.1 });
  expect(publicPlaceOf({ ...event, placeName: "", placeAddress: "" }, null)).toBeNull();
});

test("of a hidden one only the town, where that is known", () => {
  const hidden = { ...event, isAddressHidden: true };
  const told = publicPlaceOf(hidden, place as Place);
  expect(told).toMatchObject({ name: "Rennes", latitude: null, parts: { country: "FR" } });
  expect(JSON.stringify(told)).not.toMatch(/Secrète|Grace|35000/);
  expect(publicPlaceOf(hidden, null)).toBeNull();
});
