import { existsSync, readFileSync } from "node:fs";
import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { findPlaces, geocoderInUse } from "./find-places";

const settings = vi.hoisted(() => ({
  ORIGIN: "https://bells.example",
  ALLOW_PRIVATE_NETWORK: "on",
  GEOCODER: "photon",
  GEOCODER_URL: undefined as string | undefined,
}));
vi.mock("@/lib/core/env", () => ({ env: () => settings }));

let answer: RequestListener;
let asked: URL[];
const server = createServer((request, response) => {
  asked.push(new URL(request.url ?? "", "http://geocoder"));
  answer(request, response);
});

beforeAll(async () => {
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  Object.assign(globalThis, { carillonGeocoded: undefined, carillonGeocoderFree: undefined });
  settings.GEOCODER = "photon";
  settings.GEOCODER_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  settings.ALLOW_PRIVATE_NETWORK = "on";
  asked = [];
});

function say(features: unknown) {
  answer = (_, response) => json(response, { type: "FeatureCollection", features });
}

function json(response: ServerResponse, value: unknown) {
  response.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(value));
}

const feature = (properties: object, coordinates: unknown = [-1.67, 48.11]) => ({
  geometry: { type: "Point", coordinates },
  properties,
});
const town = { osm_key: "place", osm_value: "city", name: "Rennes", state: "Bretagne", countrycode: "FR" };

describe("findPlaces", () => {
  test("asks nobody by default", async () => {
    settings.GEOCODER = "none";
    expect(await findPlaces("Rennes", "en")).toEqual([]);
    expect(geocoderInUse()).toBeNull();
    expect(asked).toEqual([]);
  });

  test("reads what Photon answers, and asks once a day", async () => {
    const hall = { name: "Town hall", housenumber: "2", street: "Markt", city: "Gent", country: "Belgium" };
    say([feature(town), feature(hall, [3.72, 51.05, 12])]);

    const found = await findPlaces(" Rennes\n", "fr");

    expect(found).toEqual([
      {
        name: "",
        street: "",
        postalCode: "",
        locality: "Rennes",
        region: "Bretagne",
        country: "FR",
        latitude: 48.11,
        longitude: -1.67,
      },
      expect.objectContaining({ name: "Town hall", street: "Markt 2", locality: "Gent", country: "BE" }),
    ]);
    expect(await findPlaces("Rennes", "fr")).toEqual(found);
    expect(asked.map(String)).toEqual(["http://geocoder/api?q=Rennes&limit=8&lang=fr"]);
  });

  test("reads what Nominatim answers", async () => {
    settings.GEOCODER = "nominatim";
    const geocoding = {
      type: "house",
      name: null,
      housenumber: "10",
      street: "Rue Jangot",
      postcode: 69007,
      city: "Lyon",
      country_code: "fr",
    };
    say([
      feature({ geocoding }),
      feature({ geocoding: { type: "street", name: "Rue Jangot", city: "Lyon" } }),
    ]);

    expect(await findPlaces("Rue Jangot", "en")).toMatchObject([
      { name: "", street: "10 Rue Jangot", postalCode: "69007", locality: "Lyon", country: "FR" },
      { name: "", street: "Rue Jangot", locality: "Lyon", country: "" },
    ]);
    expect(asked[0]?.searchParams.get("format")).toBe("geocodejson");
    expect(geocoderInUse()).toMatchObject({ mayAskWhileTyping: false });
  });

  test("asks Nominatim once a second: others wait a little, or are told to try again", async () => {
    settings.GEOCODER = "nominatim";
    const times: number[] = [];
    answer = (_, response) => {
      times.push(performance.now());
      json(response, { features: [feature({ geocoding: { type: "city", name: "Lyon" } })] });
    };

    const found = await Promise.all(["a", "b", "c", "d", "e"].map((name) => findPlaces(name, "en")));

    expect(found.map((places) => places?.length)).toEqual([1, 1, 1, undefined, undefined]);
    expect(asked.map((url) => url.searchParams.get("q"))).toEqual(["a", "b", "c"]);
    for (const [index, time] of times.slice(1).entries()) expect(time - times[index]!).toBeGreaterThan(1_000);
    expect(await findPlaces("a", "en")).toHaveLength(1);
  });

  test("asks Nominatim once when several ask the same at once", async () => {
    settings.GEOCODER = "nominatim";
    say([feature({ geocoding: { type: "city", name: "Lyon" } })]);
    const found = await Promise.all([findPlaces("Lyon", "en"), findPlaces("Lyon", "en")]);
    expect(found.map((places) => places?.length)).toEqual([1, 1]);
    expect(asked).toHaveLength(1);
  });

  // What public geocoders really answered; it is not ours to carry along.
  const recorded = "../shared/fixtures/mobilizon/geocoders";
  test.skipIf(!existsSync(recorded)).each([
    [
      "photon",
      "photon-search.json",
      { street: "10 Rue Jangot", postalCode: "69007", locality: "Lyon", country: "FR" },
    ],
    [
      "nominatim",
      "nominatim-search.json",
      { street: "10 Rue Jangot", postalCode: "69007", locality: "Lyon", region: "Auvergne-Rhône-Alpes" },
    ],
  ])("reads a recorded answer of %s", async (kind, file, place) => {
    settings.GEOCODER = kind;
    answer = (_, response) => json(response, JSON.parse(readFileSync(`${recorded}/${file}`, "utf8")));
    const [first] = (await findPlaces("10 rue Jangot", "fr")) ?? [];
    expect(first).toMatchObject({
      ...place,
      latitude: expect.closeTo(45.75, 2),
      longitude: expect.closeTo(4.84, 2),
    });
  });

  test("reads what Addok answers", async () => {
    settings.GEOCODER = "addok";
    const context = "35, Ille-et-Vilaine, Bretagne";
    say([
      feature({
        type: "housenumber",
        name: "6 Cours des Alliés",
        postcode: "35000",
        city: "Rennes",
        context,
      }),
      feature({ type: "municipality", name: "Rennes", postcode: "35000", city: "Rennes", context }),
    ]);

    expect(await findPlaces("6 cours des alliés", "fr")).toMatchObject([
      { street: "6 Cours des Alliés", postalCode: "35000", locality: "Rennes", region: "Bretagne" },
      { street: "", locality: "Rennes" },
    ]);
  });

  test("leaves out what is no place, and what is there twice", async () => {
    say([
      null,
      "x",
      feature({}),
      feature(town, [500, 48]),
      feature(town, ["1", "2"]),
      feature(town, null),
      feature({ ...town, name: { a: 1 } }),
      feature(town),
      feature(town, [-1.68, 48.12]),
    ]);
    expect(await findPlaces("Rennes", "en")).toMatchObject([{ locality: "Rennes", latitude: 48.11 }]);
  });

  test("bounds what it takes over, and keeps nothing that hides or turns text", async () => {
    const long = { ...town, name: "\u202eR\u0000\n".repeat(500), postcode: "9".repeat(100) };
    say(Array.from({ length: 50 }, (_, index) => feature({ ...long, street: `Street ${index}` })));

    const found = (await findPlaces("Rennes", "en")) ?? [];

    expect(found).toHaveLength(8);
    expect(found[0]?.postalCode).toHaveLength(20);
    expect(found[0]?.locality.length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(found)).not.toMatch(/\u202e|\\u0000|\\n/);
  });

  test.each<[string, RequestListener]>([
    ["an error", (_, response) => response.writeHead(503).end()],
    ["no JSON", (_, response) => response.writeHead(200, { "content-type": "application/json" }).end("<p>")],
    ["a page", (_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<p>")],
    ["another shape", (_, response) => json(response, [1])],
    ["too much", (_, response) => json(response, { features: "x".repeat(600_000) })],
    ["a way inside", (_, response) => response.writeHead(302, { location: "http://169.254.169.254/" }).end()],
  ])("says that it could not be asked when it answers with %s, and asks again", async (_, broken) => {
    answer = broken;
    expect(await findPlaces("Rennes", "en")).toBeNull();
    say([feature(town)]);
    expect(await findPlaces("Rennes", "en")).toHaveLength(1);
  });

  test("does not wait for a server that is silent", async () => {
    answer = () => {};
    const start = performance.now();
    expect(await findPlaces("Rennes", "en")).toBeNull();
    expect(performance.now() - start).toBeLessThan(4_500);
  });

  test("reaches a server of one's own network only where the administrator allows it", async () => {
    settings.ALLOW_PRIVATE_NETWORK = "off";
    say([feature(town)]);
    expect(await findPlaces("Rennes", "en")).toBeNull();
    expect(asked).toEqual([]);
  });
});
