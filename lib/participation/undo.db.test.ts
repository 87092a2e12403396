import { asc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { type Event, events } from "@/db/schema/events";
import { journal } from "@/db/schema/journal";
import { type Participation, participations } from "@/db/schema/participations";
import { actingAs, createEvent, createIdentity, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { approveParticipations, rejectParticipations } from "./decide";
import { leaveEvent } from "./leave";
import { undoDecisions } from "./undo";
import { moveInLine } from "./waitlist/move";

const offerEndsAt = new Date("2026-11-24T12:00:00Z");

/** An event with these people, whose host decides. */
async function settle(db: Database, values: Partial<Event>, people: Partial<Participation>[]) {
  const event = await createEvent(db, values);
  const rows: Participation[] = [];
  for (const [index, one] of people.entries())
    rows.push(await createParticipation(db, event, { createdAt: new Date(now.getTime() + index), ...one }));
  const host = actingAs(db, event.organizerId);
  const choose = (...chosen: number[]) => ({
    eventId: event.id,
    participationIds: chosen.map((index) => rows[index]!.id),
  });
  const undo = () => undoDecisions(host, { eventId: event.id, decidedAt: now });
  const statuses = async () => {
    const found = await db.select().from(participations).where(eq(participations.eventId, event.id));
    return rows.map(({ id }) => found.find((row) => row.id === id)!.status);
  };
  const line = async () => {
    const { id, eventId, status, waitRank } = participations;
    const waiting = await db
      .select({ id, status })
      .from(participations)
      .where(eq(eventId, event.id))
      .orderBy(asc(waitRank));
    return waiting
      .filter((row) => row.status === "waitlisted")
      .map((row) => rows.findIndex((one) => one.id === row.id));
  };
  return { event, rows, host, choose, undo, statuses, line };
}

const inLine = (waitRank: number, values: Partial<Participation> = {}) =>
  ({ status: "waitlisted", waitRank, ...values }) as const;

describe("undoDecisions", () => {
  test("lets those wait again who were let in or put in line, once", async ({ db }) => {
    const { event, rows, host, choose, undo, statuses } = await settle(db, { capacity: 1 }, [{}, {}, {}]);
    await approveParticipations(host, choose(0, 1));
    expect(await statuses()).toEqual(["approved", "waitlisted", "pending"]);

    expect(await undo()).toEqual({
      restored: expect.arrayContaining([rows[0]!.id, rows[1]!.id]),
      displaced: [],
    });
    expect(await undo()).toEqual({ restored: [], displaced: [] });

    expect(await statuses()).toEqual(["pending", "pending", "pending"]);
    const facts = await db.select().from(journal).where(eq(journal.kind, "participation.reconsidered"));
    const was = Object.fromEntries(
      facts.map(({ payload }) => [(payload as { participationId: string }).participationId, payload]),
    );
    expect(was).toEqual({
      [rows[0]!.id]: {
        eventId: event.id,
        participationId: rows[0]!.id,
        was: "approved",
        decidedAt: now.toISOString(),
      },
      [rows[1]!.id]: {
        eventId: event.id,
        participationId: rows[1]!.id,
        was: "waitlisted",
        decidedAt: now.toISOString(),
      },
    });
  });

  test("gives places, offers and maybes back to those who were refused", async ({ db }) => {
    const people: Partial<Participation>[] = [
      { status: "approved" },
      { status: "offered", offerEndsAt },
      { status: "maybe" },
      {},
    ];
    const { host, choose, undo, statuses } = await settle(db, { capacity: 4 }, people);
    await rejectParticipations(host, { ...choose(0, 1, 2, 3), reason: "We are too many." });
    await undo();

    expect(await statuses()).toEqual(["approved", "offered", "maybe", "pending"]);
    const reasons = await db.select({ reason: participations.reason }).from(participations);
    expect(new Set(reasons.map(({ reason }) => reason))).toEqual(new Set([""]));
  });

  test("gives those in line their old turn back, also when another has it by now", async ({ db }) => {
    const people = [inLine(1), inLine(2), inLine(3), inLine(4)];
    const { rows, host, choose, undo, line } = await settle(db, { capacity: 1, waitlist: "manual" }, people);
    await rejectParticipations(host, { ...choose(1, 3), reason: "" });
    expect(await line()).toEqual([0, 2]);
    await undo();
    expect(await line()).toEqual([0, 1, 2, 3]);

    const later = { ...host, now: new Date(now.getTime() + 1) };
    await rejectParticipations(later, { ...choose(1), reason: "" });
    await moveInLine(host, { participationId: rows[3]!.id, position: 2 });
    expect(await line()).toEqual([0, 3, 2]);
    await undoDecisions(host, { eventId: rows[0]!.eventId, decidedAt: later.now });
    expect((await line()).filter((each) => each !== 1)).toEqual([0, 3, 2]);
  });

  test("puts whoever was let in by hand back in line, without somebody else moving up", async ({ db }) => {
    const people = [{ status: "approved" } as const, inLine(1, { adults: 1 }), inLine(2)];
    const { host, choose, undo, statuses, line } = await settle(db, { capacity: 2 }, people);
    await approveParticipations(host, choose(2));
    expect(await statuses()).toEqual(["approved", "waitlisted", "approved"]);
    await undo();
    expect(await line()).toEqual([1, 2]);
  });

  test("puts whoever lost a place that somebody else has by now first in line", async ({ db }) => {
    const people = [{ status: "approved" } as const, inLine(1), inLine(2)];
    const { rows, host, choose, undo, statuses, line } = await settle(db, { capacity: 1 }, people);
    await rejectParticipations(host, { ...choose(0), reason: "" });
    expect(await statuses()).toEqual(["rejected", "approved", "waitlisted"]);

    expect(await undo()).toEqual({ restored: [], displaced: [rows[0]!.id] });
    expect(await statuses()).toEqual(["waitlisted", "approved", "waitlisted"]);
    expect(await line()).toEqual([0, 2]);
  });

  test("lets them wait for the hosts where there is no line", async ({ db }) => {
    const values = { capacity: 1, waitlist: "closed" } as const;
    const { event, rows, host, choose, undo, statuses } = await settle(db, values, [{ status: "approved" }]);
    await rejectParticipations(host, { ...choose(0), reason: "" });
    await createParticipation(db, event, { status: "approved" });
    expect(await undo()).toEqual({ restored: [], displaced: [rows[0]!.id] });
    expect(await statuses()).toEqual(["pending"]);
  });

  test("passes over whoever left since, and refuses for what is called off", async ({ db }) => {
    const { event, rows, host, choose, undo, statuses } = await settle(db, {}, [{}, {}]);
    await approveParticipations(host, choose(0, 1));
    await leaveEvent(actingAs(db, rows[0]!.actorId!), event.id);
    expect(await undo()).toEqual({ restored: [rows[1]!.id], displaced: [] });
    expect(await statuses()).toEqual(["left", "pending"]);

    await db.update(events).set({ status: "cancelled" }).where(eq(events.id, event.id));
    await expect(undo()).rejects.toMatchObject({ reason: "event_cancelled" });
  });

  test("is not for strangers", async ({ db }) => {
    const { event } = await settle(db, {}, [{}]);
    const stranger = actingAs(db, (await createIdentity(db)).id);
    const undoing = undoDecisions(stranger, { eventId: event.id, decidedAt: now });
    await expect(undoing).rejects.toMatchObject({ code: "forbidden" });
  });
});
