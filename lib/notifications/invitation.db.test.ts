import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { type Event, events } from "@/db/schema/events";
import { notificationSettings } from "@/db/schema/notification-settings";
import {
  actingAs,
  createAccount,
  createEvent,
  createIdentity,
  createRemoteActor,
  createRemoteEvent,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { dismissInvitation } from "@/lib/participation/invitations/dismiss";
import { takeInvitationBack } from "@/lib/participation/invitations/take-back";
import { createInvitation } from "@/lib/participation/invitations/testing/invitation";
import { announceInvitation } from "./announce-invitation";
import { recorded, waitingMails, worker } from "./testing/facts";

async function settle(db: Database, event?: Event) {
  const account = await createAccount(db, { email: "grace@example.org" });
  const grace = await createIdentity(db, { handle: "grace", name: "Grace Hopper", account });
  await createIdentity(db, { handle: "night", account });
  const to = event ?? (await createEvent(db, { joinMode: "approval" }));
  const { id: invitationId } = await createInvitation(db, to, grace);
  const tell = (factId = 42) =>
    announceInvitation(
      worker(db),
      recorded({ kind: "event.invited", eventId: to.id, actorId: grace.id, invitationId }, factId),
    );
  return { grace, event: to, tell };
}

describe("announceInvitation", () => {
  test("asks the identity that was asked, and names no other", async ({ db }) => {
    const { event, tell } = await settle(db);
    await tell();
    const [mail] = await waitingMails(db);
    expect(mail).toMatchObject({ to: "grace@example.org", subject: "You are invited: Repair café" });
    expect(mail?.text).toContain("asks Grace Hopper to come to this event");
    expect(mail?.text).toContain("nobody has to let you in");
    expect(mail?.text).toContain(`/events/${event.slug}#take-part`);
    expect(`${mail?.text}${mail?.html}`).not.toContain("night");
  });

  test("writes one letter, however often it is taken back and asked again", async ({ db }) => {
    const { event, grace, tell } = await settle(db);
    for (const factId of [1, 1, 2]) {
      await tell(factId);
      await takeInvitationBack(actingAs(db, event.organizerId), { eventId: event.id, actorId: grace.id });
      await createInvitation(db, event, grace);
    }
    expect(await waitingMails(db)).toHaveLength(1);
  });

  test("is silent once it was put away, is not wanted, or the event is off, over or gone", async ({ db }) => {
    const { grace, event, tell } = await settle(db);
    await db.insert(notificationSettings).values({ actorId: grace.id, kind: "invitations", byMail: false });
    await tell();
    await db.delete(notificationSettings);
    const is = (values: Partial<Event>) => db.update(events).set(values).where(eq(events.id, event.id));
    await is({ status: "cancelled" });
    await tell();
    await is({ status: "confirmed", startsAt: new Date("2026-01-01T12:00:00Z"), endsAt: null });
    await tell();
    await is({ startsAt: new Date("2026-12-01T12:00:00Z"), deletedAt: new Date() });
    await tell();
    await is({ deletedAt: null });
    await dismissInvitation(actingAs(db, grace.id), event.id);
    await tell();
    expect(await waitingMails(db)).toEqual([]);
  });

  test("tells of events elsewhere by whoever asks there, and writes to nobody there", async ({ db }) => {
    const organizer = await createRemoteActor(db, { handle: "rosa", name: "Rosa" });
    const event = await createRemoteEvent(db, { organizerId: organizer.id, joinMode: "approval" });
    const { tell } = await settle(db, event);
    await tell();
    const [mail] = await waitingMails(db);
    expect(mail?.text).toContain("Rosa (@rosa@far.example) asks Grace Hopper");
    expect(mail?.text).not.toContain("nobody has to let you in");

    const abroad = await createRemoteActor(db);
    const { id: invitationId } = await createInvitation(db, event, abroad);
    await announceInvitation(
      worker(db),
      recorded({ kind: "event.invited", eventId: event.id, actorId: abroad.id, invitationId }),
    );
    expect(await waitingMails(db)).toHaveLength(1);
  });
});
