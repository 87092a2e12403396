import { describe, expect, test } from "vitest";
import { visibleAddress } from "./address";

const event = {
  isAddressHidden: true,
  placeId: "019a0000-0000-7000-8000-000000000001",
  placeName: "Ada's kitchen",
  placeAddress: "12 rue des Tanneurs, 69005 Lyon",
  latitude: 45.7578,
  longitude: 4.8271,
  place: { locality: "Lyon" },
};
const { isAddressHidden: _, place: __, ...address } = event;
const town = { placeId: null, placeName: "Lyon", placeAddress: "", latitude: 45.8, longitude: 4.8 };

describe("visibleAddress", () => {
  test("hides nothing unless it is asked to", () => {
    expect(visibleAddress({ ...event, isAddressHidden: false }, null)).toEqual(address);
  });

  test.each([
    { isOrganizer: true, statuses: [] },
    { isOrganizer: false, statuses: ["pending" as const, "approved" as const] },
  ])("tells those who host and those who are in: %j", (reader) => {
    expect(visibleAddress(event, reader)).toEqual(address);
  });

  test.each([
    null,
    { isOrganizer: false, statuses: ["offered" as const, "maybe" as const, "waitlisted" as const] },
    { isOrganizer: false, statuses: [] },
    { isOrganizer: false, statuses: ["pending" as const, "rejected" as const, "left" as const] },
  ])("tells everybody else the town: %j", (reader) => {
    expect(visibleAddress(event, reader)).toEqual(town);
  });

  test("has no town to tell where nobody said which", () => {
    const nowhere = { ...event, place: null, latitude: null, longitude: null };
    expect(visibleAddress(nowhere, null)).toEqual({
      ...town,
      placeName: "",
      latitude: null,
      longitude: null,
    });
  });
});
