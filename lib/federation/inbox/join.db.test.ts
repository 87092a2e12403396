import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { eventQuestions } from "@/db/schema/event-questions";
import type { Event } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import {
  actingAs,
  createEvent,
  createIdentity,
  createParticipation,
  createRemoteActor,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { approveParticipation, rejectParticipation } from "@/lib/participation/decide";
import { undoDecisions } from "@/lib/participation/undo";
import { endOffer } from "@/lib/participation/waitlist/offer";
import { hear, inboxes, minutesLater, newIdOf, said, tellAll } from "../testing/wire";

async function begin(db: Database, values: Partial<Event> = {}) {
  const ada = await createIdentity(db, { handle: "ada_j", name: "Ada" });
  const event = await createEvent(db, { organizerId: ada.id, slug: "repair", ...values });
  const grace = await createRemoteActor(db, { handle: "grace" });
  const id = newIdOf(grace);
  const join = (more: object = {}) => hear(db, grace, { type: "Join", id, object: event.uri, ...more });
  const leave = (more: object = {}) => hear(db, grace, { type: "Leave", object: event.uri, ...more });
  return { ada, event, grace, id, join, leave, asAda: actingAs(db, ada.id) };
}

async function standing(db: Database, actorId: string) {
  const [row] = await db.select().from(participations).where(eq(participations.actorId, actorId));
  return row;
}

const full = async (db: Database, event: Event) => createParticipation(db, event, { status: "approved" });
const types = async (db: Database) => (await said(db)).map(({ type }) => type);

describe("a Join from elsewhere", () => {
  test("lets them in where joining is free, and says so to them alone", async ({ db }) => {
    const { ada, event, grace, id, join } = await begin(db);

    expect(await join({ participationMessage: "  I bring a toaster ", to: [ada.uri] })).toBe("handled");
    await tellAll(db);
    await tellAll(db);

    expect(await standing(db, grace.id)).toMatchObject({
      status: "approved",
      message: "I bring a toaster",
      uri: id,
    });
    expect(await said(db)).toEqual([
      {
        id: expect.stringMatching(/^http:\/\/localhost:3000\/events\/repair#accept-[\w-]{16}$/),
        type: "Accept",
        actor: ada.uri,
        object: { id, type: "Join", actor: grace.uri, object: event.uri },
        to: [grace.uri],
      },
    ]);
    expect(await inboxes(db)).toEqual(["https://far.example/inbox"]);
  });

  test("is answered again when it comes again, and changes nothing", async ({ db }) => {
    const { event, grace, join } = await begin(db);
    await join();
    await tellAll(db);
    expect(await join({ object: { id: event.uri, type: "Event" }, minutes: 5 })).toBe("handled");
    await tellAll(db);

    expect(await types(db)).toEqual(["Accept", "Accept"]);
    const [first, again] = await said(db);
    expect(again).toEqual({ ...first, id: again!.id });
    expect((await standing(db, grace.id))!.decidedAt).toEqual(minutesLater(0));
  });

  test("by another id is answered by that: the Leave between may be lost", async ({ db }) => {
    const { grace, join } = await begin(db);
    await join();
    await tellAll(db);
    const other = newIdOf(grace);
    await join({ id: other, minutes: 5 });
    await tellAll(db);
    expect((await said(db)).map(({ object }) => (object as { id: string }).id)).toContain(other);
    expect(await standing(db, grace.id)).toMatchObject({ status: "approved", uri: other });
  });

  test("waits for a host where hosts decide, and then hears what they decide", async ({ db }) => {
    const { asAda, grace, id, join } = await begin(db, { joinMode: "approval" });
    await join();
    await tellAll(db);
    expect(await said(db)).toEqual([]);

    const { id: participationId } = (await standing(db, grace.id))!;
    await approveParticipation(asAda, participationId);
    await tellAll(db);
    await rejectParticipation({ ...asAda, now: minutesLater(2) }, participationId, "It is <full>.");
    await tellAll(db, { minutes: 2 });
    expect(await types(db)).toEqual(["Accept"]);
    await tellAll(db, { minutes: 3 });

    expect((await said(db))[1]).toMatchObject({
      type: "Reject",
      object: { id, type: "Join" },
      content: "It is <full>.",
      mediaType: "text/plain",
    });
    expect(await join({ minutes: 4 })).toBe("participation_rejected");
    expect(await join({ minutes: 5 })).toBe("participation_rejected");
    expect(await types(db)).toEqual(["Accept", "Reject", "Reject", "Reject"]);
  });

  test("hears that a decision was taken back in words that its server knows", async ({ db }) => {
    const { asAda, event, grace, join } = await begin(db, { joinMode: "approval" });
    await join();
    const { id } = (await standing(db, grace.id))!;
    await approveParticipation(asAda, id);
    await tellAll(db);
    const undoing = { ...asAda, now: minutesLater(1) };
    await undoDecisions(undoing, { eventId: event.id, decidedAt: asAda.now });
    await tellAll(db, { minutes: 1 });
    expect(await standing(db, grace.id)).toMatchObject({ status: "pending" });
    expect(await types(db)).toEqual(["Accept", "Reject"]);
  });

  test("stands in line when all places are taken, and hears when one is free", async ({ db }) => {
    const { asAda, event, grace, join } = await begin(db, { capacity: 1 });
    const first = await full(db, event);
    await join();
    await tellAll(db);
    expect(await said(db)).toMatchObject([
      { type: "TentativeAccept", standing: "waitlisted", to: [grace.uri] },
    ]);

    await rejectParticipation(asAda, first.id);
    await tellAll(db);
    expect(await types(db)).toEqual(["TentativeAccept", "Accept"]);
  });

  test("is held a place for where hosts offer them, and takes it by asking once more", async ({ db }) => {
    const { asAda, event, grace, join } = await begin(db, { capacity: 1, waitlist: "offer" });
    const first = await full(db, event);
    await join();
    await rejectParticipation(asAda, first.id);
    await tellAll(db);
    expect((await said(db))[0]).toMatchObject({
      type: "TentativeAccept",
      standing: "offered",
      endTime: "2026-11-24T12:00:00.000Z",
    });
    expect(await join({ minutes: 1 })).toBe("handled");
    expect(await standing(db, grace.id)).toMatchObject({ status: "offered" });

    await join({ id: newIdOf(grace), minutes: 2 });
    await tellAll(db);
    expect(await standing(db, grace.id)).toMatchObject({ status: "approved" });
    expect((await types(db)).at(-1)).toBe("Accept");
  });

  test("hears that the time to take a place was up", async ({ db }) => {
    const { asAda, event, grace, join } = await begin(db, { capacity: 1, waitlist: "offer" });
    const first = await full(db, event);
    await join();
    await rejectParticipation(asAda, first.id);
    await endOffer({ ...asAda, now: minutesLater(24 * 60) }, (await standing(db, grace.id))!.id);
    await tellAll(db, { minutes: 24 * 60 });
    expect((await said(db)).at(-1)).toMatchObject({ type: "Reject", standing: "lapsed" });
    expect(await join({ minutes: 24 * 60 + 1 })).toBe("outdated");
  });

  test.for([
    ["full", { capacity: 1, waitlist: "closed" }, "event_full"],
    ["over", { startsAt: minutesLater(-600), endsAt: minutesLater(-500) }, "event_over"],
    ["called off", { status: "cancelled" }, "event_cancelled"],
  ] as const)("is refused in so many words where an event is %s", async ([, values, reason], { db }) => {
    const { ada, event, grace, id, join } = await begin(db, values);
    await full(db, event);
    expect(await join()).toBe(reason);
    expect(await said(db)).toEqual([
      {
        id: expect.stringMatching(/#reject-[\w-]{16}$/),
        type: "Reject",
        actor: ada.uri,
        object: { id, type: "Join", actor: grace.uri, object: event.uri },
        to: [grace.uri],
      },
    ]);
  });

  test.for(["none", "external"] as const)(
    "is ignored, and told so, where joining is %s",
    async (joinMode, { db }) => {
      const { ada, grace, id, join } = await begin(db, { joinMode });
      expect(await join()).toBe("event_without_joining");
      expect(await said(db)).toEqual([
        {
          id: expect.stringMatching(/#ignore-[\w-]{16}$/),
          type: "Ignore",
          actor: ada.uri,
          object: id,
          to: [grace.uri],
        },
      ]);
    },
  );

  test("needs no answers to questions that their server cannot ask", async ({ db }) => {
    const { event, join, grace } = await begin(db);
    await db
      .insert(eventQuestions)
      .values({ eventId: event.id, position: 1, label: "Soup?", kind: "text", isRequired: true });
    expect(await join()).toBe("handled");
    expect(await standing(db, grace.id)).toMatchObject({ status: "approved" });
  });

  test("to what nobody may know of is not answered", async ({ db }) => {
    const { join } = await begin(db, { publishedAt: null });
    expect(await join()).toBe("event_not_found");
    expect(await join({ object: "https://far.example/events/1" })).toBe("event_not_found");
    expect(await join({ object: { name: "no id" } })).toBe("event_not_found");
    expect(await said(db)).toEqual([]);
  });

  test("cannot have the id of another", async ({ db }) => {
    const { event, id, join } = await begin(db);
    await join();
    const linus = await createRemoteActor(db, { handle: "linus" });
    expect(await hear(db, linus, { type: "Join", id, object: event.uri })).toBe("id_taken");
    expect(await standing(db, linus.id)).toBeUndefined();
  });
});

describe("a Leave from elsewhere", () => {
  test("frees the place, once; nobody is told", async ({ db }) => {
    const { event, grace, join, leave } = await begin(db, { capacity: 1 });
    await join();
    const next = await createParticipation(db, event, { status: "waitlisted" });
    expect([await leave({ minutes: 1 }), await leave({ minutes: 2 })]).toEqual(["handled", "handled"]);
    await tellAll(db);
    expect(await standing(db, grace.id)).toMatchObject({ status: "left", message: "", said: "leave" });
    expect(await standing(db, next.actorId!)).toMatchObject({ status: "approved" });
    expect(await types(db)).toEqual([]);
  });

  test("that comes before its Join keeps them out, and later they may come", async ({ db }) => {
    const { grace, join, leave } = await begin(db);
    await leave({ published: minutesLater(-1).toISOString() });
    expect(await join({ published: minutesLater(-2).toISOString() })).toBe("outdated");
    await tellAll(db);
    expect(await standing(db, grace.id)).toMatchObject({ status: "left" });
    expect(await said(db)).toEqual([]);
    await join({ id: newIdOf(grace), published: minutesLater(0).toISOString() });
    expect(await standing(db, grace.id)).toMatchObject({ status: "approved" });
  });

  test.for(["-200000-01-01T00:00:00Z", "+275760-09-13T00:00:00Z", "0000-01-01T00:00:00Z", "2026", 7])(
    "said at %s was said when it came",
    async (published, { db }) => {
      const { grace, join, leave } = await begin(db);
      await join({ published });
      expect(await standing(db, grace.id)).toMatchObject({ status: "approved", saidAt: minutesLater(0) });
      expect(await leave({ minutes: 1, published })).toBe("handled");
      expect(await standing(db, grace.id)).toMatchObject({ status: "left" });
    },
  );

  test("of whoever was refused leaves them refused, and of nobody is harmless", async ({ db }) => {
    const { asAda, grace, join, leave } = await begin(db, { joinMode: "approval" });
    await join();
    await rejectParticipation(asAda, (await standing(db, grace.id))!.id);
    await leave({ minutes: 1 });
    expect(await standing(db, grace.id)).toMatchObject({ status: "rejected" });
    expect(await leave({ object: "http://localhost:3000/events/none" })).toBe("event_not_found");
  });
});
