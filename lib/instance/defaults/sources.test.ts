import { expect, test } from "vitest";
import { chosenSources } from "./sources";

const left = {
  maps: "environment",
  mapTiles: "https://tiles.example/{z}/{x}/{y}.png",
  mapAttribution: "",
  geocoder: "environment",
  geocoderUrl: "https://photon.example",
} as const;

test("what administrators leave to the environment is not theirs", () => {
  expect(chosenSources(left)).toEqual({});
});

test("what they choose counts more, be it nothing", () => {
  expect(chosenSources({ ...left, maps: "none", geocoder: "none" })).toMatchObject({
    tiles: null,
    geocoder: "none",
  });
  expect(chosenSources({ ...left, maps: "own", mapAttribution: "Us", geocoder: "photon" })).toEqual({
    tiles: "https://tiles.example/{z}/{x}/{y}.png",
    attribution: "Us",
    geocoder: "photon",
    geocoderUrl: "https://photon.example",
  });
  expect(chosenSources({ ...left, geocoder: "addok", geocoderUrl: "" })).toEqual({
    geocoder: "addok",
    geocoderUrl: undefined,
  });
});
