import { describe, expect, test } from "vitest";
import { placeLinks } from "./place-links";

const typed = {
  placeName: "Maison & Cie",
  placeAddress: "6 cours des Alliés, 35000 Rennes",
  latitude: null,
  longitude: null,
};

describe("placeLinks", () => {
  test("leads to the point where it is known", () => {
    expect(placeLinks({ ...typed, latitude: 48.1098, longitude: -1.6652 })).toEqual({
      onMap: "https://www.openstreetmap.org/?mlat=48.1098&mlon=-1.6652#map=18/48.1098/-1.6652",
      directions: "https://www.openstreetmap.org/directions?to=48.1098%2C-1.6652",
      app: "geo:48.1098,-1.6652?q=48.1098,-1.6652(Maison%20%26%20Cie%2C%206%20cours%20des%20Alli%C3%A9s%2C%2035000%20Rennes)",
    });
  });

  test("looks for the words where it is not", () => {
    expect(placeLinks(typed)).toMatchObject({
      onMap: expect.stringMatching(/search\?query=Maison%20%26%20Cie%2C%206%20cours/),
      directions: expect.stringMatching(/directions\?to=6%20cours/),
      app: expect.stringMatching(/^geo:0,0\?q=Maison%20%26/),
    });
    expect(placeLinks({ ...typed, placeAddress: "" }).directions).toContain("to=Maison%20%26");
  });

  test("takes the equator and the meridian for what they are", () => {
    expect(placeLinks({ ...typed, latitude: 0, longitude: 0 }).app).toMatch(/^geo:0,0\?q=0,0\(/);
  });
});
