import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { type Event, eventTags } from "@/db/schema/events";
import { places } from "@/db/schema/places";
import { createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { listRelated } from "./related";

const alone = { category: "MUSIC" };
const tagged = (db: Database, { id, startsAt }: Event, tag: string) =>
  db.insert(eventTags).values({ eventId: id, tag, position: 0, startsAt });

async function titles(db: Database, origin: Event, tags: string[] = []) {
  return (await listRelated(db, origin, { tags, now })).map(({ event }) => event.title);
}

describe("listRelated", () => {
  test("has what shares most first, and nothing that shares nothing", async ({ db }) => {
    const { id: organizerId } = await createIdentity(db);
    const origin = await createEvent(db, { ...alone, organizerId });
    await createEvent(db, { title: "Same organiser", category: "ARTS", organizerId });
    await tagged(db, await createEvent(db, { title: "Same tag and kind", ...alone }), "choir");
    await tagged(db, await createEvent(db, { title: "Same tag", category: "ARTS" }), "choir");
    await createEvent(db, { title: "Nothing in common", category: "ARTS" });

    expect(await titles(db, origin, ["choir", "song"])).toEqual([
      "Same tag and kind",
      "Same tag",
      "Same organiser",
    ]);
  });

  test("has three at most, the sooner ones, and never itself, or what is no more or not for everybody", async ({
    db,
  }) => {
    const origin = await createEvent(db, alone);
    for (const day of [7, 4, 6, 5])
      await createEvent(db, { ...alone, title: `${day}`, startsAt: new Date(`2026-11-2${day}T18:00Z`) });
    const hidden: Partial<Event>[] = [
      { status: "cancelled" },
      { visibility: "unlisted" },
      { publishedAt: null },
      { deletedAt: now },
    ];
    for (const values of hidden)
      await createEvent(db, { ...alone, ...values, startsAt: new Date("2026-11-24T08:00Z") });
    expect(await titles(db, origin)).toEqual(["4", "5", "6"]);
  });

  test("takes nearness for nothing where an address is hidden, here or there", async ({ db }) => {
    const [place] = await db.insert(places).values({ slug: "hall", name: "Hall", key: "hall" }).returning();
    const here = { placeId: place!.id, latitude: 48.11, longitude: -1.68 };
    const origin = await createEvent(db, { ...here, ...alone });
    await createEvent(db, { ...here, title: "Near", category: "ARTS" });
    await createEvent(db, { ...here, title: "Hidden", category: "ARTS", isAddressHidden: true });
    await createEvent(db, { title: "Far", category: "ARTS", latitude: 45, longitude: 4 });

    expect(await titles(db, origin)).toEqual(["Near"]);
    expect(await titles(db, { ...origin, isAddressHidden: true })).toEqual([]);
  });
});
