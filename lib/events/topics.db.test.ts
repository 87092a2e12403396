import { describe, expect } from "vitest";
import { type Event, events, eventTags } from "@/db/schema/events";
import { places } from "@/db/schema/places";
import { actingAs, createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { createDraft, reviseDraft } from "./draft";
import { editEvent } from "./edit";
import { typed } from "./testing/typed";
import {
  countUpcomingIn,
  findPlaceBySlug,
  isTopicKnown,
  listCategoriesInUse,
  listPastIn,
  listUpcomingIn,
  type Topic,
} from "./topics";

const past = {
  startsAt: new Date(now.getTime() - 90_000_000),
  endsAt: new Date(now.getTime() - 80_000_000),
};
const bikes: Topic = { kind: "tag", value: "vélo" };

describe("what is on about something", () => {
  test("has what is to come with a tag, and apart from it what was", async ({ db }) => {
    const tag = ({ id, startsAt }: Event) =>
      db.insert(eventTags).values({ eventId: id, tag: "vélo", position: 0, startsAt });
    for (const values of [
      { title: "Ride" },
      { title: "Ridden", ...past },
      { visibility: "unlisted" as const },
    ])
      await tag(await createEvent(db, values));
    await tag(await createEvent(db, { title: "Deleted", deletedAt: now }));
    await createEvent(db, { title: "Without" });

    const titles = (cards: { event: { title: string } }[]) => cards.map(({ event }) => event.title);
    expect(titles(await listUpcomingIn(db, bikes, { now, page: 1 }))).toEqual(["Ride"]);
    expect(titles(await listPastIn(db, bikes, { now }))).toEqual(["Ridden"]);
    expect(await countUpcomingIn(db, bikes, { now })).toBe(1);
    expect(await isTopicKnown(db, bikes)).toBe(true);
    expect(await isTopicKnown(db, { kind: "tag", value: "velo" })).toBe(false);
  });

  test("follows an event with this tag that is moved to another day", async ({ db }) => {
    const ada = actingAs(db, (await createIdentity(db)).id);
    const day = (at: Date) => ({ startsAt: at.toISOString().slice(0, 16), endsAt: "", zone: "UTC" });
    const draft = await createDraft(ada, typed({ tags: [bikes.value], ...day(past.startsAt) }));
    const years = new Date(now.getTime() - 500 * 86_400_000);
    await reviseDraft(ada, draft.id, typed({ tags: [bikes.value], ...day(years) }));
    await db.update(events).set({ publishedAt: now });
    expect(await countUpcomingIn(db, bikes, { now })).toBe(0);

    const soon = new Date(now.getTime() + 90_000_000);
    await editEvent(ada, draft.id, typed({ tags: [bikes.value], ...day(soon) }));
    expect(await countUpcomingIn(db, bikes, { now })).toBe(1);
  });

  test("counts the categories of what is to come, those with most first", async ({ db }) => {
    for (const category of ["ARTS", "MUSIC", "MUSIC"]) await createEvent(db, { category });
    await createEvent(db, { category: "GAMES", ...past });
    await createEvent(db, { category: "PETS", publishedAt: null });
    expect(await listCategoriesInUse(db, now)).toEqual([
      { code: "MUSIC", total: 2 },
      { code: "ARTS", total: 1 },
    ]);
    expect(await isTopicKnown(db, { kind: "category", value: "GAMES" })).toBe(true);
    expect(await isTopicKnown(db, { kind: "category", value: "PETS" })).toBe(false);
  });

  test("at a place leaves out what hides its address: a page would tell it", async ({ db }) => {
    const [place] = await db.insert(places).values({ slug: "hall", name: "Hall", key: "hall" }).returning();
    const at: Topic = { kind: "place", value: place!.id };
    expect(await findPlaceBySlug(db, "hall")).toMatchObject({ name: "Hall" });
    expect(await findPlaceBySlug(db, "nowhere")).toBeNull();

    await createEvent(db, { placeId: place!.id, isAddressHidden: true });
    expect(await isTopicKnown(db, at)).toBe(false);
    await createEvent(db, { placeId: place!.id });
    expect(await isTopicKnown(db, at)).toBe(true);
    expect(await countUpcomingIn(db, at, { now })).toBe(1);
  });
});
