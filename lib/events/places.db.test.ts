import { count, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { places } from "@/db/schema/places";
import { actingAs, createIdentity } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { createDraft, reviseDraft } from "./draft";
import { editEvent } from "./edit";
import type { EventInput } from "./input";
import { publishEvent } from "./publish";
import { removeEvent } from "./remove";
import { suggestPlaces } from "./suggest-places";
import { typed } from "./testing/typed";

async function placesStored(db: Database): Promise<number> {
  const [row] = await db.select({ stored: count() }).from(places);
  return row!.stored;
}

async function placeOf(db: Database, eventId: string) {
  const [row] = await db
    .select({ event: events, place: places })
    .from(events)
    .leftJoin(places, eq(places.id, events.placeId))
    .where(eq(events.id, eventId));
  return row!;
}

async function announce(db: Database, values: Partial<EventInput> = {}) {
  const ctx = actingAs(db, (await createIdentity(db)).id);
  const draft = await createDraft(ctx, typed(values));
  return { ctx, event: await publishEvent(ctx, draft.id) };
}

const nowhere = { placeName: "", placeAddress: "", postalCode: "", locality: "", country: "" };

describe("the place of an event", () => {
  test("is shown in one line and remembered in its parts", async ({ db }) => {
    const { event } = await announce(db, { latitude: 45.75, longitude: 4.84 });

    const { event: stored, place } = await placeOf(db, event.id);
    expect(stored).toMatchObject({
      placeName: "Maison des associations",
      placeAddress: "12 rue des Tanneurs, 69007 Lyon",
      latitude: 45.75,
      longitude: 4.84,
    });
    expect(place).toMatchObject({
      street: "12 rue des Tanneurs",
      postalCode: "69007",
      locality: "Lyon",
      country: "FR",
      latitude: 45.75,
    });
  });

  test("is the same for everybody who types the same", async ({ db }) => {
    const [one, other] = [await announce(db), await announce(db)];
    expect(one.event.placeId).toBe(other.event.placeId);
    const third = await announce(db, { latitude: 45.75, longitude: 4.84 });
    expect(third.event.placeId).not.toBe(one.event.placeId);
  });

  test("needs none, and no country that is not there", async ({ db }) => {
    expect((await announce(db, nowhere)).event.placeId).toBeNull();
    const { event } = await announce(db, { country: "QQ" });
    expect((await placeOf(db, event.id)).place?.country).toBe("");
  });

  test("is saved again without a change", async ({ db }) => {
    const { ctx, event } = await announce(db);
    const again = await editEvent(ctx, event.id, typed());
    expect(again).toMatchObject({ sequence: event.sequence, placeId: event.placeId });
  });

  test("refuses half a point", async ({ db }) => {
    const ctx = actingAs(db, (await createIdentity(db)).id);
    for (const [half, missing] of [
      [{ longitude: 4.84 }, "latitude"],
      [{ latitude: 45.75 }, "longitude"],
    ] as const)
      await expect(createDraft(ctx, typed(half))).rejects.toMatchObject({
        fieldErrors: { [missing]: ["point_incomplete"] },
      });
  });

  test("is forgotten with the last event that was there", async ({ db }) => {
    const ctx = actingAs(db, (await createIdentity(db)).id);
    const [one, other] = [await createDraft(ctx, typed()), await createDraft(ctx, typed())];

    await removeEvent(ctx, one);
    expect(await placesStored(db)).toBe(1);
    const moved = await reviseDraft(ctx, other.id, typed({ placeName: "Town hall" }));
    expect(await placesStored(db)).toBe(1);
    await removeEvent(ctx, moved);
    expect(await placesStored(db)).toBe(0);
  });
});

describe("suggestPlaces", () => {
  const ask = async (db: Database, words: string, actorId?: string) => {
    const own = actorId ?? (await createIdentity(db)).id;
    return (await suggestPlaces(db, words, { actorId: own, limit: 8 })).map(({ name }) => name);
  };

  test("offers places of public events by the beginnings of words, without accents", async ({ db }) => {
    await announce(db, { placeName: "Théâtre de Verdure" });
    for (const words of ["theatre", "Théa verd", "tanneurs thé", "69007", "lyon thea"])
      expect(await ask(db, words)).toEqual(["Théâtre de Verdure"]);
    for (const words of ["cinema", "theatre paris", "", "  ", "'&|!:*"])
      expect(await ask(db, words)).toEqual([]);
  });

  test("offers nobody else a place that only hosts, those with the link or those let in know", async ({
    db,
  }) => {
    const hidden = await announce(db, { placeName: "Home of Ada", isAddressHidden: true });
    const unlisted = await announce(db, { placeName: "Home of Grace", visibility: "unlisted" });
    const draft = actingAs(db, (await createIdentity(db)).id);
    await createDraft(draft, typed({ placeName: "Home of Linus" }));

    expect(await ask(db, "home")).toEqual([]);
    expect(await ask(db, "home", hidden.event.organizerId)).toEqual(["Home of Ada"]);
    expect(await ask(db, "home", unlisted.event.organizerId)).toEqual(["Home of Grace"]);
    expect(await ask(db, "home", draft.actor.actorId)).toEqual(["Home of Linus"]);
  });

  test("puts one's own first, names each once and leaves out what has no name", async ({ db }) => {
    const mine = await announce(db, { placeName: "Bar de la Gare" });
    for (const placeName of ["Bar du Port", "Bar du Port", "", "Bar des Amis"])
      await announce(db, { placeName });

    const found = await ask(db, "bar", mine.event.organizerId);
    expect(found[0]).toBe("Bar de la Gare");
    expect(found.toSorted()).toEqual(["Bar de la Gare", "Bar des Amis", "Bar du Port"]);
    expect(await ask(db, "tanneurs", mine.event.organizerId)).toHaveLength(3);
  });
});
