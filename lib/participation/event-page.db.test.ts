import { describe, expect } from "vitest";
import { eventTags } from "@/db/schema/events";
import {
  actingAs,
  createEvent,
  createIdentity,
  createParticipation,
  createRemoteEvent,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { findEventPage } from "./event-page";
import { countWaitingFor, listStandings } from "./standings";

describe("findEventPage", () => {
  test("reads the event with organiser, tags in their order and those who are in", async ({ db }) => {
    const event = await createEvent(db);
    await db.insert(eventTags).values([
      { eventId: event.id, tag: "tea", position: 1 },
      { eventId: event.id, tag: "repair", position: 0 },
    ]);
    await createParticipation(db, event, { status: "approved" });
    await createParticipation(db, event, { status: "approved", adults: 1, children: 1 });
    const offerEndsAt = new Date(now.getTime() + 3_600_000);
    await createParticipation(db, event, { status: "offered", adults: 1, offerEndsAt });
    await createParticipation(db, event, { status: "waitlisted", adults: 5, waitRank: 1 });
    await createParticipation(db, event, { status: "maybe", email: "somebody@example.org" });
    for (const status of ["pending", "declined", "rejected", "left", "unconfirmed"] as const)
      await createParticipation(db, event, { status });

    const page = await findEventPage(db, event.slug);

    expect(page).toMatchObject({ tags: ["repair", "tea"], picture: null });
    expect(page).toMatchObject({ taken: 6, going: 4, maybe: 1, inLine: 1 });
    expect(page?.event).toEqual(event);
    expect(page?.organizer).toMatchObject({ id: event.organizerId, avatar: null });
  });

  test("tells of an event of another server what that server counts", async ({ db }) => {
    const event = await createRemoteEvent(db, { remote: { participantCount: 12, capacity: 20 } });
    const page = await findEventPage(db, event.slug);
    expect(page?.remote).toMatchObject({ url: event.uri, participantCount: 12, capacity: 20 });
    expect(page?.organizer.domain).toBe("far.example");
    expect(await findEventPage(db, (await createEvent(db)).slug)).toMatchObject({ remote: null });
  });

  test("shows a draft to its organiser alone, whichever identity its account acts as", async ({ db }) => {
    const draft = await createEvent(db, { publishedAt: null });
    const stranger = await createIdentity(db);

    expect(await findEventPage(db, draft.slug)).toBeNull();
    expect(await findEventPage(db, draft.slug, [actingAs(db, stranger.id).actor])).toBeNull();
    const own = [actingAs(db, stranger.id).actor, actingAs(db, draft.organizerId).actor];
    expect(await findEventPage(db, draft.slug, own)).not.toBeNull();
  });
});

describe("standings", () => {
  test("counts who waits for this organiser, but for nothing that is over or called off", async ({ db }) => {
    const organizer = await createIdentity(db);
    const soon = await createEvent(db, { organizerId: organizer.id });
    const past = { startsAt: new Date("2026-11-01T18:00Z"), endsAt: new Date("2026-11-01T21:00Z") };
    const over = await createEvent(db, { organizerId: organizer.id, ...past });
    const cancelled = await createEvent(db, { organizerId: organizer.id, status: "cancelled" });
    for (const event of [soon, soon, over, cancelled, await createEvent(db)])
      await createParticipation(db, event);

    expect(await countWaitingFor(db, organizer.id, now)).toBe(2);
  });

  test("tells one identity where it stands, and nothing of others", async ({ db }) => {
    const [mine, theirs] = [await createIdentity(db), await createIdentity(db)];
    const [going, asked, left] = [await createEvent(db), await createEvent(db), await createEvent(db)];
    await createParticipation(db, going, { actorId: mine.id, status: "approved" });
    await createParticipation(db, asked, { actorId: mine.id });
    await createParticipation(db, left, { actorId: mine.id, status: "left" });
    await createParticipation(db, left, { actorId: theirs.id, status: "approved" });
    const [queued, open, no] = [await createEvent(db), await createEvent(db), await createEvent(db)];
    await createParticipation(db, queued, { actorId: mine.id, status: "waitlisted", waitRank: 1 });
    await createParticipation(db, open, { actorId: mine.id, status: "maybe" });
    await createParticipation(db, no, { actorId: mine.id, status: "declined" });
    const [refused, unheard] = [await createEvent(db), await createRemoteEvent(db)];
    await createParticipation(db, refused, { actorId: mine.id, status: "rejected", decidedAt: now });
    await createParticipation(db, unheard, { actorId: mine.id, status: "left", decidedAt: now });

    const all = [going, asked, left, queued, open, no, refused, unheard].map(({ id }) => id);
    expect(Object.fromEntries(await listStandings(db, mine.id, all))).toEqual({
      [going.id]: "approved",
      [asked.id]: "pending",
      [queued.id]: "waitlisted",
      [open.id]: "maybe",
      [refused.id]: "rejected",
      [unheard.id]: "unheard",
    });
  });
});
