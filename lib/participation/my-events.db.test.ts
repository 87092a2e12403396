import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { createEvent, createIdentity, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { listDrafts } from "@/lib/events/cards";
import { countMyEvents, countWaiting, listHeldPlaces, listJoined, listOrganized } from "./my-events";

describe("my events", () => {
  test("shows what is on first, then what comes, then what is over, latest first", async ({ db }) => {
    const { id: organizerId } = await createIdentity(db);
    const starting = (title: string, startsAt: string, endsAt: string | null = null) =>
      createEvent(db, {
        organizerId,
        title,
        startsAt: new Date(startsAt),
        endsAt: endsAt ? new Date(endsAt) : null,
      });
    await starting("long over", "2026-10-01T18:00:00Z");
    await starting("next month", "2026-12-20T18:00:00Z");
    await starting("on for weeks", "2026-11-01T10:00:00Z", "2026-12-31T10:00:00Z");
    await starting("over since today", "2026-11-23T08:00:00Z");
    await starting("tomorrow", "2026-11-24T18:00:00Z");

    const titles = (await listOrganized(db, organizerId, now)).map(({ event }) => event.title);
    expect(titles).toEqual(["on for weeks", "tomorrow", "next month", "over since today", "long over"]);
  });

  test("counts what it lists, of this identity alone", async ({ db }) => {
    const { ada, event } = await town(db);

    expect(await countMyEvents(db, ada)).toEqual({
      organizing: 1,
      going: 2,
      waiting: 4,
      maybe: 1,
      drafts: 1,
    });
    expect(await listOrganized(db, ada, now)).toHaveLength(1);
    expect(await listJoined(db, { actorId: ada, list: "going", now })).toHaveLength(2);
    expect(await listJoined(db, { actorId: ada, list: "waiting", now })).toHaveLength(4);
    expect(await listJoined(db, { actorId: ada, list: "maybe", now })).toHaveLength(1);
    expect(await listDrafts(db, ada)).toHaveLength(1);
    expect(await countMyEvents(db, event.organizerId)).toMatchObject({ organizing: 1, going: 0, drafts: 0 });
    expect(await countMyEvents(db, (await createIdentity(db)).id)).toEqual({
      organizing: 0,
      going: 0,
      waiting: 0,
      maybe: 0,
      drafts: 0,
    });
  });

  test("tells of places that are held, the first to lapse first, and of none that is over", async ({
    db,
  }) => {
    const { id: actorId } = await createIdentity(db);
    const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
    for (const [title, hours] of [
      ["Later", 5],
      ["Soon", 1],
      ["Lapsed", -1],
    ] as const) {
      const event = await createEvent(db, { title });
      await createParticipation(db, event, { actorId, status: "offered", offerEndsAt: inHours(hours) });
    }
    const off = await createEvent(db, { status: "cancelled" });
    await createParticipation(db, off, { actorId, status: "offered", offerEndsAt: inHours(2) });

    const held = await listHeldPlaces(db, actorId, now);
    expect(held.map(({ title }) => title)).toEqual(["Soon", "Later"]);
    expect(held[0]?.offerEndsAt).toEqual(inHours(1));
  });

  test("says who waits for an answer", async ({ db }) => {
    const event = await createEvent(db);
    const quiet = await createEvent(db);
    await createParticipation(db, event);
    await createParticipation(db, event);
    await createParticipation(db, quiet, { status: "approved" });

    expect(await countWaiting(db, [event.id, quiet.id])).toEqual(new Map([[event.id, 2]]));
  });
});

async function town(db: Database) {
  const { id: ada } = await createIdentity(db);
  await createEvent(db, { organizerId: ada });
  await createEvent(db, { organizerId: ada, publishedAt: null });
  const event = await createEvent(db);
  await createParticipation(db, event, { actorId: ada, status: "approved" });
  await createParticipation(db, await createEvent(db), { actorId: ada, status: "approved" });
  await createParticipation(db, await createEvent(db), { actorId: ada });
  const offerEndsAt = new Date(now.getTime() + 3_600_000);
  await createParticipation(db, await createEvent(db), { actorId: ada, status: "offered", offerEndsAt });
  await createParticipation(db, await createEvent(db), { actorId: ada, status: "waitlisted", waitRank: 1 });
  for (const status of ["maybe", "declined", "left"] as const)
    await createParticipation(db, await createEvent(db), { actorId: ada, status });
  await createParticipation(db, await createEvent(db), { actorId: ada, status: "rejected", decidedAt: now });
  return { ada, event };
}
