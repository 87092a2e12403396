import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { participations } from "@/db/schema/participations";
import {
  actingAs,
  createAccount,
  createEvent,
  createIdentity,
  createParticipation,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { kindsOf } from "@/lib/events/testing/facts";
import { joinEvent } from "./join";
import { leaveEvent } from "./leave";

describe("joinEvent", () => {
  test("lets people in at once where joining is free, and waits where it is not", async ({ db }) => {
    const free = await createEvent(db);
    const byApproval = await createEvent(db, { joinMode: "approval" });
    const grace = actingAs(db, (await createIdentity(db)).id);

    const going = await joinEvent(grace, { eventId: free.id, message: "" });
    const waiting = await joinEvent(grace, { eventId: byApproval.id, message: "I bring a toaster" });

    expect(going).toMatchObject({ status: "approved", decidedAt: now });
    expect(waiting).toMatchObject({ status: "pending", decidedAt: null, message: "I bring a toaster" });
    expect(await kindsOf(db, free.id)).toEqual(["participation.approved"]);
    expect(await kindsOf(db, byApproval.id)).toEqual(["participation.requested"]);
  });

  test("is harmless when repeated", async ({ db }) => {
    const { id: eventId } = await createEvent(db, { joinMode: "approval" });
    const grace = actingAs(db, (await createIdentity(db)).id);

    const first = await joinEvent(grace, { eventId, message: "Hello" });
    const second = await joinEvent(grace, { eventId, message: "Hello again" });

    expect(second).toEqual(first);
    expect(await kindsOf(db, eventId)).toEqual(["participation.requested"]);
  });

  test("knows two identities of one account as two people", async ({ db }) => {
    const { id: eventId } = await createEvent(db);
    const account = await createAccount(db);
    for (const _ of [1, 2]) {
      const face = actingAs(db, (await createIdentity(db, { account })).id);
      await joinEvent(face, { eventId, message: "" });
    }
    expect(await db.select().from(participations).where(eq(participations.eventId, eventId))).toHaveLength(2);
  });

  test("refuses full, past, cancelled events and those without joining", async ({ db }) => {
    const full = await createEvent(db, { capacity: 1, waitlist: "closed" });
    await createParticipation(db, full, { status: "approved" });
    const startsAt = new Date("2026-11-20T10:00:00Z");
    const over = await createEvent(db, { startsAt, endsAt: null });
    const cancelled = await createEvent(db, { status: "cancelled" });
    const closed = await createEvent(db, { joinMode: "none" });
    const grace = actingAs(db, (await createIdentity(db)).id);

    for (const [{ id: eventId }, reason] of [
      [full, "event_full"],
      [over, "event_over"],
      [cancelled, "event_cancelled"],
      [closed, "event_without_joining"],
    ] as const) {
      await expect(joinEvent(grace, { eventId, message: "" })).rejects.toMatchObject({
        code: "conflict",
        reason,
      });
    }
  });

  test("takes requests for a full event by approval: somebody may leave", async ({ db }) => {
    const event = await createEvent(db, { capacity: 1, joinMode: "approval" });
    await createParticipation(db, event, { status: "approved" });
    const grace = actingAs(db, (await createIdentity(db)).id);

    expect(await joinEvent(grace, { eventId: event.id, message: "" })).toMatchObject({ status: "pending" });
  });

  test("refuses the organiser, visitors, and whoever was refused", async ({ db }) => {
    const event = await createEvent(db);
    const refused = await createParticipation(db, event, { status: "rejected" });
    const join = (actor: Parameters<typeof joinEvent>[0]["actor"]) =>
      expect(joinEvent({ db, actor, now }, { eventId: event.id, message: "" })).rejects;

    await join({ kind: "identity", actorId: event.organizerId }).toMatchObject({ code: "forbidden" });
    await join({ kind: "anonymous" }).toMatchObject({ code: "forbidden" });
    await join({ kind: "identity", actorId: refused.actorId! }).toMatchObject({
      reason: "participation_rejected",
    });
  });

  test("does not tell strangers that there is a draft", async ({ db }) => {
    const { id: eventId } = await createEvent(db, { publishedAt: null });
    const stranger = actingAs(db, (await createIdentity(db)).id);
    await expect(joinEvent(stranger, { eventId, message: "" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("lets people come back after they left", async ({ db }) => {
    const { id: eventId } = await createEvent(db, { joinMode: "approval" });
    const grace = actingAs(db, (await createIdentity(db)).id);

    const { uri } = await joinEvent(grace, { eventId, message: "Perhaps" });
    await leaveEvent(grace, eventId);
    const back = await joinEvent(grace, { eventId, message: "Surely" });

    expect(back).toMatchObject({ status: "pending", message: "Surely", uri });
    const requested = "participation.requested";
    expect(await kindsOf(db, eventId)).toEqual([requested, "participation.left", requested]);
  });
});
