import { beforeEach, describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { actingAs, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { createDraft } from "@/lib/events/draft";
import { typed as typedEvent } from "@/lib/events/testing/typed";
import { answerPlaceSearch, lookForPlaces } from "./place-search";

const geocoder = vi.hoisted(() => ({
  inUse: null as { host: string; mayAskWhileTyping: boolean } | null,
  find: vi.fn(),
}));
vi.mock("@/lib/events/geocode/find-places", () => ({
  MOST_FOUND: 8,
  geocoderInUse: () => geocoder.inUse,
  findPlaces: geocoder.find,
}));

const address = {
  name: "",
  street: "6 Cours des Alliés",
  postalCode: "35000",
  locality: "Rennes",
  region: "Bretagne",
  country: "FR",
  latitude: 48.1,
  longitude: -1.6,
};
const form = { title: "Ball", placeName: "Barn", placeQuery: "Alliés", intent: "find" };
const question = { intent: "find", placeQuery: "Alliés", placeLocale: "fr", foundPlace: "" } as const;

beforeEach(() => {
  geocoder.inUse = { host: "geocoder.test", mayAskWhileTyping: false };
  geocoder.find.mockReset().mockResolvedValue([address]);
});

async function somebody(db: Database) {
  const ctx = actingAs(db, (await createIdentity(db)).id);
  await createDraft(ctx, typedEvent({ placeName: "Bar des Alliés" }));
  return ctx;
}

describe("lookForPlaces", () => {
  test("puts what is known here before what the geocoder finds", async ({ db }) => {
    const { places, isWhole } = await lookForPlaces(await somebody(db), "Alliés", { locale: "fr" });

    expect(places.map(({ name, street }) => name || street)).toEqual([
      "Bar des Alliés",
      "6 Cours des Alliés",
    ]);
    expect(isWhole).toBe(true);
    expect(geocoder.find).toHaveBeenCalledWith("Alliés", "fr");
  });

  test("asks while somebody types only who is made for it, and for no two letters", async ({ db }) => {
    const ctx = await somebody(db);
    const isTyping = { locale: "en", isTyping: true } as const;
    await lookForPlaces(ctx, "Alliés", isTyping);
    geocoder.inUse = { host: "geocoder.test", mayAskWhileTyping: true };
    await lookForPlaces(ctx, "Al", isTyping);
    expect(geocoder.find).not.toHaveBeenCalled();

    await lookForPlaces(ctx, "Alliés", isTyping);
    expect(geocoder.find).toHaveBeenCalledOnce();
  });

  test("says that it is not all when the geocoder cannot be asked", async ({ db }) => {
    geocoder.find.mockResolvedValue(null);
    const { places, isWhole } = await lookForPlaces(await somebody(db), "Alliés", { locale: "en" });
    expect(places).toHaveLength(1);
    expect(isWhole).toBe(false);
  });

  test("refuses whoever is not signed in, and whoever asks too much", async ({ db }) => {
    const nobody = { db, actor: { kind: "anonymous" }, now } as const;
    await expect(lookForPlaces(nobody, "Alliés", { locale: "en" })).rejects.toMatchObject({
      reason: "sign_in_first",
    });
    const ctx = await somebody(db);
    for (let asked = 0; asked < 60; asked++) await lookForPlaces(ctx, "Alliés", { locale: "en" });
    await expect(lookForPlaces(ctx, "Alliés", { locale: "en" })).rejects.toMatchObject({
      reason: "too_many_attempts",
    });
  });
});

describe("answerPlaceSearch", () => {
  test("answers with places to choose from, and keeps the form", async ({ db }) => {
    const { answer, typed } = await answerPlaceSearch(await somebody(db), question, form);
    const [first, second] = [answer.foundPlaces ?? []].flat();
    expect(answer.placeSearch).toBe("found");
    expect(JSON.parse(second!)).toEqual(address);
    expect(typed).toEqual({ ...form, foundPlace: first });
  });

  test("says when there are none, and when it could not ask", async ({ db }) => {
    const ctx = actingAs(db, (await createIdentity(db)).id);
    for (const [found, placeSearch] of [
      [[], "nothing"],
      [null, "failed"],
    ] as const) {
      geocoder.find.mockResolvedValue(found);
      expect(await answerPlaceSearch(ctx, question, form)).toEqual({ answer: { placeSearch }, typed: form });
    }
  });

  test("fills in the chosen one, and leaves the name that was typed for an address", async ({ db }) => {
    const ctx = actingAs(db, (await createIdentity(db)).id);
    const take = { ...question, intent: "take" } as const;
    const { typed } = await answerPlaceSearch(ctx, { ...take, foundPlace: JSON.stringify(address) }, form);
    expect(typed).toMatchObject({
      title: "Ball",
      placeName: "Barn",
      placeAddress: "6 Cours des Alliés",
      postalCode: "35000",
      locality: "Rennes",
      country: "FR",
      latitude: "48.1",
      longitude: "-1.6",
      placeQuery: "",
    });
    for (const foundPlace of ["", "{", "[]", '{"name":1}'])
      await expect(answerPlaceSearch(ctx, { ...take, foundPlace }, form)).rejects.toMatchObject({
        fieldErrors: { foundPlace: ["choose_one"] },
      });
  });
});
