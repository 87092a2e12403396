import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { type Event, eventTags } from "@/db/schema/events";
import { createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { indexEvent, indexEventsOf, unindexEvent } from "./index-event";
import { everything, type SearchQuery } from "./input";
import { rebuildSearch } from "./rebuild";
import { type Meaning, searchEvents } from "./search";

const zone = "Europe/Paris";
const rennes = { latitude: 48.1173, longitude: -1.6778 };
const nantes = { latitude: 47.2184, longitude: -1.5536 };
const system = (db: Database) => ({ db, actor: { kind: "system" as const }, now });

async function add(db: Database, values: Partial<Event> & { tags?: string[] } = {}): Promise<Event> {
  const { tags = [], ...columns } = values;
  const event = await createEvent(db, columns);
  if (tags.length > 0)
    await db.insert(eventTags).values(tags.map((tag, position) => ({ eventId: event.id, tag, position })));
  await indexEvent(system(db), { eventId: event.id });
  return event;
}

async function found(db: Database, query: Partial<SearchQuery>, meaning: Partial<Meaning> = {}) {
  const result = await searchEvents(
    db,
    { ...everything, ...query },
    { point: null, hostId: null, now, zone, ...meaning },
  );
  return { ...result, titles: result.cards.map(({ event }) => event.title) };
}

const titles = async (db: Database, query: Partial<SearchQuery>, meaning?: Partial<Meaning>) =>
  (await found(db, query, meaning)).titles.toSorted();

describe("words", () => {
  test("are found in title, tags, place, organiser and description, in any accent and ending", async ({
    db,
  }) => {
    const { id: organizerId } = await createIdentity(db, { name: "Zélie Perec" });
    await add(db, {
      title: "Réparer les vélos",
      language: "fr",
      placeName: "Halle Martenot",
      description: "On apporte ses outils.",
      tags: ["mécanique"],
      organizerId,
    });
    await add(db, { title: "Mending bicycles", language: "en" });
    for (const words of ["velo", "Vélos", "réparation velos -bus", "martenot", "mecanique", "zelie", "outil"])
      expect(await titles(db, { words: words.replace("réparation", "réparer") }), words).toEqual([
        "Réparer les vélos",
      ]);
    expect(await titles(db, { words: "bicycle mended" })).toEqual(["Mending bicycles"]);
    expect(await titles(db, { words: "velo bicycle" })).toEqual([]);
  });

  test("that describe a picture are found, and where it lies is not", async ({ db }) => {
    await add(db, { title: "Seed swap", description: "![A pot of soup](/media/abcdefghjkmnpqrstuvw)" });
    expect(await titles(db, { words: "soup" })).toEqual(["Seed swap"]);
    expect(await titles(db, { words: "media" })).toEqual([]);
  });

  test("in quotes stand side by side, after a minus they must not be there", async ({ db }) => {
    await add(db, { title: "Open air cinema" });
    await add(db, { title: "Cinema with open windows and fresh air" });
    expect(await titles(db, { words: '"open air"' })).toEqual(["Open air cinema"]);
    expect(await titles(db, { words: "cinema -windows" })).toEqual(["Open air cinema"]);
    expect(await titles(db, { words: '-"open air" the cinema' })).toEqual([
      "Cinema with open windows and fresh air",
    ]);
    for (const words of ["'", '"', "-", "&|!()", "\\", "a:b*", "=m:2026-12", "'=c:MEETING'", "\u0000x"])
      expect((await found(db, { words: words.replace("\u0000", "") })).total, words).toBeLessThan(3);
  });

  test("with a typing error are forgiven, and it is said how", async ({ db }) => {
    await add(db, { title: "Bicycle workshop", language: "en" });
    const { titles: shown, corrections } = await found(db, { words: "bicylce worshop" });
    expect(shown).toEqual(["Bicycle workshop"]);
    expect(corrections).toEqual([
      { typed: "bicylce", meant: "bicycle" },
      { typed: "worshop", meant: "workshop" },
    ]);
    expect((await found(db, { words: "bicycle" })).corrections).toEqual([]);
    expect((await found(db, { words: "xylophone" })).corrections).toEqual([]);
    expect((await found(db, { words: "bicycle", tag: "nothing" })).corrections).toEqual([]);
  });

  test("in the title count more than in the description", async ({ db }) => {
    await add(db, {
      title: "Harvest",
      description: "With an accordion.",
      startsAt: new Date("2026-11-25T10:00Z"),
      endsAt: null,
    });
    await add(db, { title: "Accordion for all" });
    expect((await found(db, { words: "accordion", sort: "relevance" })).titles).toEqual([
      "Accordion for all",
      "Harvest",
    ]);
    expect((await found(db, { words: "accordion" })).titles).toEqual(["Harvest", "Accordion for all"]);
  });
});

describe("places", () => {
  test("are found within so many kilometres, the nearest first if asked", async ({ db }) => {
    await add(db, { title: "Far", ...nantes });
    await add(db, {
      title: "Near",
      latitude: 48.2,
      longitude: -1.7,
      startsAt: new Date("2026-12-02T10:00Z"),
      endsAt: null,
    });
    await add(db, { title: "Here", ...rennes, startsAt: new Date("2026-12-03T10:00Z"), endsAt: null });
    await add(db, { title: "Nowhere" });
    expect(await titles(db, { radius: 5 }, { point: rennes })).toEqual(["Here"]);
    expect(await titles(db, { radius: 25 }, { point: rennes })).toEqual(["Here", "Near"]);
    expect(await titles(db, { radius: 200 }, { point: rennes })).toEqual(["Far", "Here", "Near"]);
    expect((await found(db, { radius: 200, sort: "closeness" }, { point: rennes })).titles).toEqual([
      "Here",
      "Near",
      "Far",
    ]);
  });

  test("and days together choose what is there then, whatever else lasts into these days or lies near", async ({
    db,
  }) => {
    const at = (start: string, end: string) => ({ startsAt: new Date(start), endsAt: new Date(end) });
    await add(db, { title: "Soon", ...rennes, ...at("2026-11-28T10:00Z", "2026-11-28T12:00Z") });
    await add(db, { title: "Long", ...rennes, ...at("2026-11-27T10:00Z", "2027-01-15T12:00Z") });
    await add(db, { title: "Later", ...rennes, ...at("2026-12-12T10:00Z", "2026-12-12T12:00Z") });
    await add(db, { title: "Elsewhere", ...nantes, ...at("2026-12-12T10:00Z", "2026-12-12T12:00Z") });
    await add(db, { title: "Online", ...at("2026-12-12T10:00Z", "2026-12-12T12:00Z") });
    for (const radius of [5, 25, 50] as const)
      expect(await titles(db, { radius, period: "next-month" }, { point: rennes })).toEqual([
        "Later",
        "Long",
      ]);
    const all = { radius: 200, from: "2026-11-24", to: "2027-01-10" } as const;
    expect(await titles(db, all, { point: rennes })).toEqual(["Elsewhere", "Later", "Long", "Soon"]);
    const years = { radius: 25, from: "2026-11-24", to: "2028-01-10" } as const;
    expect(await titles(db, years, { point: rennes })).toEqual(["Later", "Long", "Soon"]);
    const one = { radius: 25, from: "2027-01-10", to: "2027-01-10", words: "long" } as const;
    expect(await titles(db, one, { point: rennes })).toEqual(["Long"]);
  });

  test("that are hidden are known to a tenth of a degree, and by no name", async ({ db }) => {
    await add(db, {
      title: "Secret supper",
      placeName: "Chez Odette",
      placeAddress: "3 rue Cachée",
      latitude: 48.1399,
      longitude: -1.6101,
      isAddressHidden: true,
    });
    for (const words of ["odette", "cachée"]) expect(await titles(db, { words })).toEqual([]);
    expect((await found(db, { words: "odete" })).corrections).toEqual([]);
    expect(await titles(db, { radius: 5 }, { point: { latitude: 48.1, longitude: -1.6 } })).toEqual([
      "Secret supper",
    ]);
    expect(await titles(db, { radius: 5 }, { point: { latitude: 48.17, longitude: -1.64 } })).toEqual([]);
  });
});

describe("filters", () => {
  test("by a category of the server's own, whatever its name holds", async ({ db }) => {
    await add(db, { title: "Swap", category: "Repair, reuse's | & 'more'" });
    await add(db, { title: "Choir", category: "MUSIC" });
    expect(await titles(db, { categories: ["Repair, reuse's | & 'more'"] })).toEqual(["Swap"]);
  });

  test("by attendance, category, tag, language, status and host", async ({ db }) => {
    const { id: hostId } = await createIdentity(db);
    await add(db, {
      title: "Stream",
      onlineUrl: "https://example.org",
      category: "MUSIC",
      language: "fr",
      status: "tentative",
      tags: ["jazz"],
    });
    await add(db, {
      title: "Hall",
      category: "SPORTS",
      language: "en",
      placeName: "Hall",
      hostIds: [hostId],
    });
    await add(db, {
      title: "Both",
      onlineUrl: "https://example.org",
      placeName: "Hall",
      organizerId: hostId,
    });
    const all: [Partial<SearchQuery>, string[]][] = [
      [{ attendance: "online" }, ["Both", "Stream"]],
      [{ attendance: "in-person" }, ["Both", "Hall"]],
      [{ categories: ["MUSIC", "SPORTS"] }, ["Hall", "Stream"]],
      [{ tag: "jazz" }, ["Stream"]],
      [{ tag: "it's" }, []],
      [{ language: "en" }, ["Hall"]],
      [{ status: "tentative" }, ["Stream"]],
    ];
    for (const [query, expected] of all)
      expect(await titles(db, query), JSON.stringify(query)).toEqual(expected);
    expect(await titles(db, {}, { hostId })).toEqual(["Both", "Hall"]);
  });

  test("by days on the reader's clocks", async ({ db }) => {
    const at = (start: string, end: string) => ({ startsAt: new Date(start), endsAt: new Date(end) });
    // Monday the 23rd, 13:00 in Paris.
    await add(db, { title: "Over", ...at("2026-11-23T08:00Z", "2026-11-23T10:00Z") });
    await add(db, { title: "Tonight", ...at("2026-11-23T22:30Z", "2026-11-23T22:59Z") });
    await add(db, { title: "Tomorrow", ...at("2026-11-23T23:30Z", "2026-11-24T01:00Z") });
    await add(db, { title: "Long", ...at("2026-11-20T10:00Z", "2026-11-28T10:00Z") });
    await add(db, { title: "December", ...at("2026-12-12T10:00Z", "2026-12-12T12:00Z") });
    const all: [Partial<SearchQuery>, string[]][] = [
      [{}, ["December", "Long", "Tomorrow", "Tonight"]],
      [{ period: "today" }, ["Long", "Over", "Tonight"]],
      [{ period: "tomorrow" }, ["Long", "Tomorrow"]],
      [{ period: "weekend" }, ["Long"]],
      [{ period: "next-week" }, []],
      [{ period: "next-month" }, ["December"]],
      [{ period: "past" }, ["Over"]],
      [{ from: "2026-11-28" }, ["December", "Long"]],
      [{ to: "2026-11-22" }, []],
      [{ from: "2026-12-12", to: "2026-12-12" }, ["December"]],
    ];
    for (const [query, expected] of all)
      expect(await titles(db, query), JSON.stringify(query)).toEqual(expected);
    expect(await titles(db, { period: "today" }, { zone: "Asia/Kathmandu" })).toContain("Over");
  });
});

describe("what is found", () => {
  test("stands in lists, and is marked when it was called off", async ({ db }) => {
    await add(db, { title: "Unlisted", visibility: "unlisted" });
    await add(db, { title: "Draft", publishedAt: null });
    await add(db, { title: "Deleted", deletedAt: now });
    await add(db, { title: "Off", status: "cancelled" });
    const { cards, total } = await found(db, {});
    expect([total, cards.map(({ event }) => event.status)]).toEqual([1, ["cancelled"]]);
  });

  test("goes at once with whoever announced it, before the index knows", async ({ db }) => {
    const event = await add(db);
    await db.update(actors).set({ deletedAt: now });
    expect(await titles(db, {})).toEqual([]);
    await indexEventsOf(system(db), { actorId: event.organizerId });
    expect((await found(db, {})).total).toBe(0);
  });

  test("follows every change, and forgets words that nobody else has", async ({ db }) => {
    const event = await add(db, { title: "Quinquireme sails" });
    await add(db, { title: "Sails for all" });
    const { id } = event;
    await indexEvent(system(db), { eventId: id });
    expect((await found(db, { words: "quinqireme" })).corrections).toHaveLength(1);
    await unindexEvent(system(db), id);
    expect((await found(db, { words: "quinqireme" })).corrections).toEqual([]);
    expect((await found(db, { words: "sials" })).corrections).toHaveLength(1);
  });

  test("comes in pages without gaps, also where all begin at once", async ({ db }) => {
    const { id: organizerId } = await createIdentity(db);
    for (let index = 0; index < 50; index++) await add(db, { title: `Event ${index}`, organizerId });
    const pages = [1, 2, 3].map((page) => found(db, { page }));
    const all = (await Promise.all(pages)).flatMap((page) => page.titles);
    expect(new Set(all).size).toBe(50);
    expect((await found(db, {})).pageCount).toBe(3);
  });

  test("is the same after the whole index was written anew", async ({ db }) => {
    await add(db, { title: "Réparer les vélos", language: "fr", ...rennes, tags: ["velo"] });
    await add(db, { title: "Mending bicycles" });
    await add(db, { title: "Draft", publishedAt: null });
    await rebuildSearch(system(db));
    expect(await titles(db, {})).toEqual(["Mending bicycles", "Réparer les vélos"]);
    expect(await titles(db, { words: "reparrer" })).toEqual(["Réparer les vélos"]);
  });
});
