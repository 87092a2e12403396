import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import type { Event } from "@/db/schema/events";
import { createEvent, createIdentity, createRemoteEvent, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { searchCalendar } from "./calendar";
import { indexEvent } from "./index-event";
import { everything, type SearchQuery } from "./input";
import { searchPoints } from "./points";
import { rebuildSearch } from "./rebuild";
import { searchEvents } from "./search";
import { usualZone } from "./usual-zone";

const zone = "Europe/Paris";
const meaning = { point: null, hostId: null, now, zone };
const rennes = { latitude: 48.1173, longitude: -1.6778 };
const day = (text: string) => new Date(`${text}+01:00`);

async function add(db: Database, title: string, values: Partial<Event>): Promise<Event> {
  const event = await createEvent(db, { title, ...values });
  await indexEvent({ db, actor: { kind: "system" }, now }, { eventId: event.id });
  return event;
}

async function week(db: Database, query: Partial<SearchQuery> = {}, atMost = 5) {
  const days = { first: "2031-01-06", last: "2031-01-12" };
  const found = await searchCalendar(db, { ...everything, ...query }, { ...meaning, days, atMost });
  return Object.fromEntries(
    found
      .filter(({ total }) => total > 0)
      .map(({ day: on, cards, total }) => [on, [...cards.map(({ event }) => event.title), total]]),
  );
}

describe("a calendar", () => {
  test("tells each day what is on, the first few by name and all by number", async ({ db }) => {
    for (const hour of ["18", "09", "12"])
      await add(db, `At ${hour}`, { startsAt: day(`2031-01-07T${hour}:00`), endsAt: null });
    await add(db, "The week before", { startsAt: day("2031-01-05T20:00"), endsAt: null });
    expect(await week(db, {}, 2)).toEqual({ "2031-01-07": ["At 09", "At 12", 3] });
    expect(await week(db, { words: "18", period: "today", from: "2026-01-01" })).toEqual({
      "2031-01-07": ["At 18", 1],
    });
  });

  test("leaves out what other servers told, where that is asked for", async ({ db }) => {
    const startsAt = day("2031-01-07T18:00");
    await add(db, "Here", { startsAt, endsAt: null });
    const { id: eventId } = await createRemoteEvent(db, { title: "Far", startsAt, endsAt: null });
    await indexEvent({ db, actor: { kind: "system" }, now }, { eventId });
    expect(await week(db)).toEqual({ "2031-01-07": [expect.anything(), expect.anything(), 2] });
    expect(await week(db, { server: "here" })).toEqual({ "2031-01-07": ["Here", 1] });
    const { total } = await searchEvents(
      db,
      { ...everything, server: "here", categories: ["MEETING"] },
      meaning,
    );
    expect(total).toBe(1);
  });

  test("keeps a night in one day, and lets what lasts stand at each of its own", async ({ db }) => {
    await add(db, "Bal", { startsAt: day("2031-01-11T22:00"), endsAt: day("2031-01-12T04:00") });
    await add(db, "Camp", { startsAt: day("2031-01-04T09:00"), endsAt: day("2031-01-08T12:00") });
    const on = {
      "2031-01-06": ["Camp", 1],
      "2031-01-07": ["Camp", 1],
      "2031-01-08": ["Camp", 1],
      "2031-01-11": ["Bal", 1],
    };
    expect(await week(db)).toEqual(on);
    expect(await week(db, { attendance: "in-person" })).toEqual(on);
  });
});

test("a calendar of everything is the one of what everything is, whenever it begins and ends", async ({
  db,
}) => {
  const after = (hours: number) => new Date(day("2031-01-06T00:00").getTime() + hours * 3_600_000);
  const { id: organizerId } = await createIdentity(db);
  for (const [index, hour] of [0, 5, 24, 47, 48, 144, 170].entries())
    for (const lasts of [1, 6, 24, 25, 60, 400]) {
      const start = index % 3 === 0 ? hour - lasts : hour;
      const title = `${hour} for ${lasts}`;
      await createEvent(db, { title, organizerId, startsAt: after(start), endsAt: after(start + lasts) });
    }
  await rebuildSearch({ db, actor: { kind: "system" }, now });
  for (const atMost of [1, 4, 60]) {
    const all = await week(db, {}, atMost);
    expect(Object.keys(all)).toHaveLength(7);
    expect(await week(db, { attendance: "in-person" }, atMost)).toEqual(all);
  }
});

describe("a map", () => {
  test("knows where events are, roughly where the address is hidden, and nothing unlisted", async ({
    db,
  }) => {
    await add(db, "Open", rennes);
    await add(db, "Hidden", { ...rennes, isAddressHidden: true });
    await add(db, "By link", { ...rennes, visibility: "unlisted" });
    await add(db, "Nowhere", {});
    const points = await searchPoints(db, everything, meaning);
    expect(Object.fromEntries(points.map(({ title, latitude }) => [title, latitude]))).toEqual({
      Open: 48.1173,
      Hidden: 48.1,
    });
  });
});

test("what is years ahead is found by word and place too", async ({ db }) => {
  for (const year of [2027, 2028, 2030, 2039, 2040, 2100, 2199])
    await add(db, `Jubilee ${year}`, { ...rennes, startsAt: day(`${year}-06-01T12:00`), endsAt: null });
  const { cards } = await searchEvents(
    db,
    { ...everything, words: "jubilee" },
    { ...meaning, point: rennes },
  );
  expect(cards.map(({ event }) => event.title.slice(-4))).toEqual([
    "2027",
    "2028",
    "2030",
    "2039",
    "2040",
    "2100",
    "2199",
  ]);
});

test("days are those of most events, where the reader's are not known", async ({ db }) => {
  for (const [title, of] of [
    ["a", "Asia/Kathmandu"],
    ["b", "Asia/Kathmandu"],
    ["c", "Europe/Paris"],
  ] as const)
    await add(db, title, { zone: of });
  expect(await usualZone(db, now)).toBe("Asia/Kathmandu");
});
