import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { eventInvitations } from "@/db/schema/event-invitations";
import { events } from "@/db/schema/events";
import {
  actingAs,
  createAccount,
  createEvent,
  createIdentity,
  createParticipation,
  createRemoteActor,
  createRemoteEvent,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { createHost } from "@/lib/events/hosts/testing/hosting";
import { kindsOf } from "@/lib/events/testing/facts";
import { leaveEvent } from "../leave";
import { dismissInvitation } from "./dismiss";
import { MAX_INVITED_A_DAY } from "./input";
import { inviteToEvent } from "./invite";
import { takeInvitationBack } from "./take-back";
import { createInvitation } from "./testing/invitation";

const unknown = { code: "invalid", fieldErrors: { whom: ["invitee_unknown"] } };

async function settle(db: Database, values: Parameters<typeof createEvent>[1] = {}) {
  const event = await createEvent(db, values);
  const grace = await createIdentity(db, { handle: "grace" });
  const ask = (handle: string, as = event.organizerId) =>
    inviteToEvent(actingAs(db, as), { eventId: event.id, invitee: { handle } });
  return { event, grace, ask };
}

describe("inviteToEvent", () => {
  test("asks once, also somebody who puts it away", async ({ db }) => {
    const { event, grace, ask } = await settle(db);
    const asked = await ask("grace");
    await dismissInvitation(actingAs(db, grace.id), event.id);

    expect(await ask("grace")).toMatchObject({ id: asked.id, answeredAt: now });
    expect(asked).toMatchObject({ actorId: grace.id, invitedById: event.organizerId, answeredAt: null });
    expect(asked.uri).toMatch(/^https?:\/\/[^/]+\/invitations\/\w{20}$/);
    expect(await kindsOf(db, event.id)).toEqual(["event.invited"]);
  });

  test("lets hosts ask, and nobody else", async ({ db }) => {
    const { event, ask } = await settle(db);
    const host = await createHost(db, event);
    await expect(ask("grace", (await createIdentity(db)).id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await ask("grace", host.id)).toMatchObject({ invitedById: host.id });
  });

  test("answers the same for a handle that nobody has, that is gone, that waits, and whose page is closed", async ({
    db,
  }) => {
    const { event, ask } = await settle(db);
    await createIdentity(db, { handle: "hidden", visibility: "participants" });
    await createIdentity(db, { handle: "gone", deletedAt: new Date() });
    await createIdentity(db, { handle: "waits", account: await createAccount(db, { confirmedAt: null }) });
    await createRemoteActor(db, { handle: "abroad" });
    for (const handle of ["nobody_has_it", "hidden", "gone", "waits", "abroad", "relay"])
      await expect(ask(handle)).rejects.toMatchObject(unknown);
    expect(await kindsOf(db, event.id)).toEqual([]);
  });

  test("reaches whoever shows the page only to those who came along before", async ({ db }) => {
    const { event, ask } = await settle(db);
    const hidden = await createIdentity(db, { handle: "hidden", visibility: "participants" });
    const before = await createEvent(db, { organizerId: event.organizerId });
    await createParticipation(db, before, { actorId: hidden.id, status: "approved" });
    expect(await ask("hidden")).toMatchObject({ actorId: hidden.id });
  });

  test("reaches people of other servers, but no groups, and nobody who is gone", async ({ db }) => {
    const { event } = await settle(db);
    const asking = (actorId: string) =>
      inviteToEvent(actingAs(db, event.organizerId), { eventId: event.id, invitee: { actorId } });
    const rosa = await createRemoteActor(db);
    expect(await asking(rosa.id)).toMatchObject({ actorId: rosa.id });
    const group = await createRemoteActor(db, { kind: "group" });
    const gone = await createRemoteActor(db, { deletedAt: now });
    const ours = await createIdentity(db, { visibility: "participants" });
    for (const { id } of [group, gone, ours]) await expect(asking(id)).rejects.toMatchObject(unknown);
  });

  test("lets hosts of another server ask ours to what they host there, by the id that it has there", async ({
    db,
  }) => {
    const grace = await createIdentity(db, { handle: "grace" });
    await createIdentity(db, { handle: "hidden", visibility: "participants" });
    const event = await createRemoteEvent(db);
    const asking = (handle: string) =>
      inviteToEvent(actingAs(db, event.organizerId), {
        eventId: event.id,
        invitee: { handle },
        uri: `https://far.example/invites/${handle}`,
      });
    expect(await asking("grace")).toMatchObject({
      actorId: grace.id,
      uri: "https://far.example/invites/grace",
    });
    await expect(asking("hidden")).rejects.toMatchObject(unknown);
  });

  test("asks nobody who has answered, was refused, or hosts; whoever left may be asked again", async ({
    db,
  }) => {
    const { event, grace, ask } = await settle(db);
    for (const status of ["approved", "pending", "waitlisted", "offered", "maybe", "declined"] as const) {
      const { id, handle } = await createIdentity(db);
      await createParticipation(db, event, { actorId: id, status });
      await expect(ask(handle)).rejects.toMatchObject({ reason: "invitee_answered" });
    }
    const refused = await createIdentity(db);
    await createParticipation(db, event, { actorId: refused.id, status: "rejected" });
    await expect(ask(refused.handle)).rejects.toMatchObject({ reason: "invitee_refused" });
    await expect(ask((await createHost(db, event)).handle)).rejects.toMatchObject({
      reason: "hosts_already",
    });

    await createParticipation(db, event, { actorId: grace.id, status: "approved" });
    await leaveEvent(actingAs(db, grace.id), event.id);
    expect(await ask("grace")).toMatchObject({ actorId: grace.id });
  });

  test("is for what is announced, takes place and is to come", async ({ db }) => {
    const { event, ask } = await settle(db);
    const with_ = async (values: Partial<typeof event>) => {
      await db.update(events).set(values).where(eq(events.id, event.id));
      return ask("grace");
    };
    await expect(with_({ publishedAt: null })).rejects.toMatchObject({ reason: "event_not_published" });
    await expect(with_({ publishedAt: now, status: "cancelled" })).rejects.toMatchObject({
      reason: "event_cancelled",
    });
    const past = { startsAt: new Date("2026-01-01T12:00:00Z"), endsAt: new Date("2026-01-01T14:00:00Z") };
    await expect(with_({ status: "confirmed", ...past })).rejects.toMatchObject({ reason: "event_over" });
    await expect(with_({ deletedAt: now })).rejects.toMatchObject({ code: "not_found" });
  });

  test("asks a hundred within a day, whatever the event", async ({ db }) => {
    const { event, ask } = await settle(db);
    const other = await createEvent(db, { organizerId: event.organizerId });
    for (let n = 0; n < MAX_INVITED_A_DAY; n++)
      await createInvitation(db, n % 2 ? event : other, await createRemoteActor(db));
    await expect(ask("grace")).rejects.toMatchObject({ reason: "invited_enough_today" });
    await db.update(eventInvitations).set({ createdAt: new Date("2026-11-20T12:00:00Z") });
    expect(await ask("grace")).toMatchObject({ eventId: event.id });
  });
});

describe("takeInvitationBack", () => {
  test("takes back what was not answered, once, and lets hosts ask again", async ({ db }) => {
    const { event, grace, ask } = await settle(db);
    const ada = actingAs(db, event.organizerId);
    await ask("grace");
    await dismissInvitation(actingAs(db, grace.id), event.id);
    for (let n = 0; n < 2; n++) await takeInvitationBack(ada, { eventId: event.id, actorId: grace.id });
    await ask("grace");
    expect(await kindsOf(db, event.id)).toEqual(["event.invited", "event.uninvited", "event.invited"]);
  });

  test("is for hosts alone, and too late once there is an answer", async ({ db }) => {
    const { event, grace } = await settle(db);
    await createInvitation(db, event, grace);
    const back = { eventId: event.id, actorId: grace.id };
    await expect(takeInvitationBack(actingAs(db, grace.id), back)).rejects.toMatchObject({
      code: "forbidden",
    });
    await createParticipation(db, event, { actorId: grace.id, status: "maybe" });
    await expect(takeInvitationBack(actingAs(db, event.organizerId), back)).rejects.toMatchObject({
      reason: "invitation_answered",
    });
  });
});
