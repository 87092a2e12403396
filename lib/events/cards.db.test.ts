import { describe, expect } from "vitest";
import type { Event } from "@/db/schema/events";
import { createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { countUpcoming, countUpcomingBy, listPastBy, listUpcomingBy, PAGE_SIZE } from "./cards";

const hour = 3_600_000;
const inHours = (hours: number) => ({
  startsAt: new Date(now.getTime() + hours * hour),
  endsAt: new Date(now.getTime() + (hours + 2) * hour),
});

/** What is never on anybody's page. */
const unlisted: Partial<Event>[] = [{ visibility: "unlisted" }, { publishedAt: null }];

describe("what one identity announced", () => {
  test("comes in pages, soonest first, and counts nobody else's", async ({ db }) => {
    const { id: organizerId } = await createIdentity(db);
    for (let index = PAGE_SIZE; index >= 0; index--)
      await createEvent(db, { organizerId, title: `Event ${index}`, ...inHours(1 + index) });
    for (const values of unlisted) await createEvent(db, { organizerId, ...inHours(1), ...values });
    await createEvent(db, { organizerId, ...inHours(-5) });
    await createEvent(db, inHours(1));

    const titles = async (page: number) =>
      (await listUpcomingBy(db, organizerId, { now, page })).map(({ event }) => event.title);
    expect(await countUpcomingBy(db, now, organizerId)).toBe(PAGE_SIZE + 1);
    expect(await countUpcoming(db, now)).toBe(PAGE_SIZE + 2);
    expect(await titles(1)).toEqual(Array.from({ length: PAGE_SIZE }, (_, index) => `Event ${index}`));
    expect(await titles(2)).toEqual([`Event ${PAGE_SIZE}`]);
    expect(await titles(3)).toEqual([]);
  });

  test("and took place: the latest six, without what was called off", async ({ db }) => {
    const { id: organizerId } = await createIdentity(db);
    for (let index = 1; index <= 8; index++)
      await createEvent(db, { organizerId, title: `Past ${index}`, ...inHours(-10 * index) });
    for (const values of [...unlisted, { status: "cancelled" as const }])
      await createEvent(db, { organizerId, ...inHours(-5), ...values });
    await createEvent(db, { organizerId, ...inHours(-1) });
    await createEvent(db, inHours(-5));

    const past = await listPastBy(db, organizerId, now);
    expect(past.map(({ event }) => event.title)).toEqual([1, 2, 3, 4, 5, 6].map((index) => `Past ${index}`));
  });
});
