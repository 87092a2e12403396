import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { type Event, events } from "@/db/schema/events";
import { actingAs, createEvent, createIdentity, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { noneUnwelcome } from "@/lib/identities/blocks/unwelcome";
import { answerEvent } from "../answer";
import { rejectParticipation } from "../decide";
import { joinEvent } from "../join";
import { leaveEvent } from "../leave";
import { dismissInvitation } from "./dismiss";
import { findInvitation, findInvitationByUri } from "./invited";
import { listInvited, listOpenInvitations } from "./queries";
import { takeInvitationBack } from "./take-back";
import { createInvitation } from "./testing/invitation";

async function invite(db: Database, values: Partial<Event> = {}) {
  const event = await createEvent(db, { joinMode: "approval", ...values });
  const guest = await createIdentity(db);
  const invitation = await createInvitation(db, event, guest);
  const open = () => listOpenInvitations(db, guest.id, { now, reader: noneUnwelcome });
  return { event, guest, invitation, open, asGuest: actingAs(db, guest.id), eventId: event.id };
}

describe("whoever was asked to come", () => {
  test("is in without a decision, and has answered", async ({ db }) => {
    const { event, guest, asGuest, eventId, open } = await invite(db);
    expect(await open()).toMatchObject([{ event: { id: eventId }, inviter: { id: event.organizerId } }]);
    expect(await joinEvent(asGuest, { eventId })).toMatchObject({ status: "approved" });
    expect(await findInvitation(db, { eventId, actorId: guest.id })).toMatchObject({ answeredAt: now });
    expect(await open()).toEqual([]);
    expect(await listInvited(db, eventId)).toMatchObject([{ face: { id: guest.id }, status: "approved" }]);
  });

  test("stands in line like everybody where no place is left, or is refused where there is no line", async ({
    db,
  }) => {
    const full = { capacity: 1, waitlist: "automatic" } as const;
    const { event, asGuest, eventId } = await invite(db, full);
    await createParticipation(db, event, { status: "approved" });
    expect(await joinEvent(asGuest, { eventId })).toMatchObject({ status: "waitlisted", waitRank: 1 });

    const other = await invite(db, { ...full, waitlist: "closed" });
    await createParticipation(db, other.event, { status: "approved" });
    const joining = joinEvent(other.asGuest, { eventId: other.eventId });
    await expect(joining).rejects.toMatchObject({ reason: "event_full" });
    expect(await other.open()).toHaveLength(1);
  });

  test("may also not know, or decline: then nobody waits for an answer any more", async ({ db }) => {
    for (const answer of ["maybe", "declined"] as const) {
      const { asGuest, eventId, open } = await invite(db);
      await answerEvent(asGuest, { eventId, answer });
      expect(await open()).toEqual([]);
      expect(await listInvited(db, eventId)).toMatchObject([{ status: answer }]);
      expect(await joinEvent(asGuest, { eventId })).toMatchObject({ status: "approved" });
    }
  });

  test("asks like everybody once it was taken back, and stays out once a host refused", async ({ db }) => {
    const { event, guest, asGuest, eventId } = await invite(db);
    await takeInvitationBack(actingAs(db, event.organizerId), { eventId, actorId: guest.id });
    expect(await joinEvent(asGuest, { eventId })).toMatchObject({ status: "pending" });

    const other = await invite(db);
    const { id } = await joinEvent(other.asGuest, { eventId: other.eventId });
    await rejectParticipation(actingAs(db, other.event.organizerId), id);
    const again = joinEvent(other.asGuest, { eventId: other.eventId });
    await expect(again).rejects.toMatchObject({ reason: "participation_rejected" });
  });

  test("does not let others of the same account in", async ({ db }) => {
    const { eventId } = await invite(db);
    const stranger = actingAs(db, (await createIdentity(db)).id);
    expect(await joinEvent(stranger, { eventId })).toMatchObject({ status: "pending" });
  });

  test("may put it away, whoever asked does not know", async ({ db }) => {
    const { asGuest, eventId, open, guest } = await invite(db);
    await dismissInvitation(asGuest, eventId);
    await dismissInvitation(asGuest, eventId);
    expect(await open()).toEqual([]);
    expect(await listInvited(db, eventId)).toMatchObject([{ face: { id: guest.id }, status: null }]);
    const anonymous = { ...asGuest, actor: { kind: "anonymous" as const } };
    await expect(dismissInvitation(anonymous, eventId)).rejects.toMatchObject({ reason: "sign_in_first" });
  });

  test("sees nothing of what is called off, over or gone", async ({ db }) => {
    const { open } = await invite(db);
    for (const values of [
      { status: "cancelled" as const },
      { status: "confirmed" as const, startsAt: new Date("2026-01-01T12:00:00Z"), endsAt: null },
      { startsAt: new Date("2026-12-01T12:00:00Z"), deletedAt: now },
    ]) {
      await db.update(events).set(values);
      expect(await open()).toEqual([]);
    }
    await db.update(events).set({ deletedAt: null });
    expect(await open()).toHaveLength(1);
  });

  test("is known by the id of the invitation, to itself alone", async ({ db }) => {
    const { invitation, asGuest, event, eventId } = await invite(db);
    expect(await findInvitationByUri(asGuest, invitation.uri)).toMatchObject({ eventId });
    expect(await findInvitationByUri(actingAs(db, event.organizerId), invitation.uri)).toBeNull();
    await leaveEvent(asGuest, eventId);
    expect(await findInvitationByUri(asGuest, `${invitation.uri}x`)).toBeNull();
  });
});
