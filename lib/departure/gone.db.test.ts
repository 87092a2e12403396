import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { createEvent, createIdentity, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { listUpcoming, listUpcomingBy } from "@/lib/events/cards";
import { findEventBySlug, findEventOf } from "@/lib/events/queries";
import { findProfile } from "@/lib/identities/queries";
import { announceRequest } from "@/lib/notifications/announce-request";
import { recorded, waitingMails, worker } from "@/lib/notifications/testing/facts";
import { findEventPage } from "@/lib/participation/event-page";
import { listParticipants } from "@/lib/participation/lists/list";
import { listJoined } from "@/lib/participation/my-events";
import { countWhatGoes, listEndingEvents } from "./what-goes";

const nobody = { kind: "anonymous" as const };

/** Between the commit that ends it and the end of the job. */
async function gone(db: Database) {
  const ada = await createIdentity(db, { name: "Ada Marchand", deletedAt: now });
  const own = await createEvent(db, { organizerId: ada.id });
  const theirs = await createEvent(db, { joinMode: "approval" });
  const place = await createParticipation(db, theirs, { actorId: ada.id });
  return { ada, own, theirs, place };
}

describe("an identity that is gone", () => {
  test("has no page, and neither have its events, not even for those who know the address", async ({
    db,
  }) => {
    const { ada, own } = await gone(db);
    const going = await createParticipation(db, own, { status: "approved" });
    const joined = { actorId: going.actorId!, list: "going" as const, now };

    expect(await findProfile(db, ada.handle)).toBeNull();
    expect(await findEventPage(db, own.slug, [nobody])).toBeNull();
    expect(await findEventBySlug(db, own.slug, { kind: "identity", actorId: ada.id })).toBeNull();
    expect(await findEventOf(db, own.slug, [ada])).toBeNull();
    const lists = [await listUpcoming(db, now), await listUpcomingBy(db, ada.id, { now, page: 1 })];
    expect(lists.flat().map(({ event }) => event.id)).not.toContain(own.id);
    expect(await listJoined(db, joined)).toEqual([]);
  });

  test("stands in nobody's list of participants, and no mail names it", async ({ db }) => {
    const { theirs, place } = await gone(db);
    const asked = { eventId: theirs.id, status: "pending" as const, text: "", page: 1 };
    expect(await listParticipants(db, asked)).toEqual([]);
    const fact = { kind: "participation.requested" as const, eventId: theirs.id, participationId: place.id };
    await announceRequest(worker(db), recorded(fact));
    expect(await waitingMails(db)).toEqual([]);
  });
});

test("what goes is counted by what is to come, past, put off to a draft, and joined", async ({ db }) => {
  const ada = await createIdentity(db);
  const past = { startsAt: new Date("2026-11-01T18:00:00Z"), endsAt: new Date("2026-11-01T21:00:00Z") };
  const own = await createEvent(db, { organizerId: ada.id });
  for (const status of ["approved", "pending", "left", "rejected"] as const)
    await createParticipation(db, own, { status });
  await createEvent(db, { organizerId: ada.id, status: "cancelled" });
  await createEvent(db, { organizerId: ada.id, ...past });
  await createEvent(db, { organizerId: ada.id, publishedAt: null });
  await createEvent(db, { organizerId: ada.id, publishedAt: null, startsAt: null, endsAt: null });
  for (const status of ["approved", "left"] as const)
    await createParticipation(db, await createEvent(db), { actorId: ada.id, status });
  await createParticipation(db, await createEvent(db, past), { actorId: ada.id, status: "approved" });
  const held = { status: "offered" as const, offerEndsAt: new Date("2026-11-24T12:00:00Z") };
  await createParticipation(db, await createEvent(db), { actorId: ada.id, ...held });

  const goes = await countWhatGoes(db, [ada.id], now);
  expect(goes.get(ada.id)).toEqual({ upcoming: 1, past: 2, drafts: 2, places: 2, shared: 0 });
  expect(await listEndingEvents(db, ada.id, now)).toMatchObject([
    { slug: own.slug, startsAt: own.startsAt, people: 2 },
  ]);
});
