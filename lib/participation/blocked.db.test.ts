import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import type { ActorRow } from "@/db/schema/actors";
import {
  actingAs,
  createEvent,
  createIdentity,
  createParticipation,
  createRemoteActor,
  createRemoteEvent,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { blockIdentity, muteIdentity, unblockIdentity } from "@/lib/events/block";
import { blockDomain } from "@/lib/events/block-domain";
import { listInvitations } from "@/lib/events/hosts/queries";
import { createHost, createInvited } from "@/lib/events/hosts/testing/hosting";
import { findUnwelcome } from "@/lib/identities/blocks/unwelcome";
import { getIdentity } from "@/lib/identities/queries";
import { answerEvent } from "./answer";
import { inviteToEvent } from "./invitations/invite";
import { listOpenInvitations } from "./invitations/queries";
import { createInvitation } from "./invitations/testing/invitation";
import { joinEvent } from "./join";
import { countComing, listFacesOf, listNamesOf } from "./who-comes";

const inAnHour = new Date(now.getTime() + 3_600_000);

async function scene(db: Database) {
  const event = await createEvent(db);
  const host = await createHost(db, event);
  const grace = await createIdentity(db);
  return { eventId: event.id, event, host, grace, as: (id: string) => actingAs(db, id) };
}

describe("blocks at events", () => {
  test("to who is blocked by a host there is no such event; others come", async ({ db }) => {
    const { eventId, host, grace, as } = await scene(db);
    await blockIdentity(as(host.id), grace);

    await expect(joinEvent(as(grace.id), { eventId })).rejects.toMatchObject({ reason: "event_not_found" });
    await expect(answerEvent(as(grace.id), { eventId, answer: "maybe" })).rejects.toMatchObject({
      reason: "event_not_found",
    });
    const other = await createIdentity(db);
    expect(await joinEvent(as(other.id), { eventId })).toMatchObject({ status: "approved" });
    await unblockIdentity(as(host.id), grace);
    expect(await joinEvent(as(grace.id), { eventId })).toMatchObject({ status: "approved" });
  });

  test("who blocks a host reads that they do; muting hinders nobody", async ({ db }) => {
    const { eventId, host, grace, as } = await scene(db);
    await muteIdentity(as(host.id), grace);
    await blockIdentity(as(grace.id), host);
    await expect(joinEvent(as(grace.id), { eventId })).rejects.toMatchObject({ reason: "you_block_them" });
    await unblockIdentity(as(grace.id), host);
    expect(await joinEvent(as(grace.id), { eventId })).toMatchObject({ status: "approved" });
  });

  test("throw nobody out: whoever comes still does, says so again, or leaves", async ({ db }) => {
    const { eventId, host, grace, as } = await scene(db);
    await joinEvent(as(grace.id), { eventId });
    await blockIdentity(as(host.id), grace);
    expect(await joinEvent(as(grace.id), { eventId })).toMatchObject({ status: "approved" });
    expect(await answerEvent(as(grace.id), { eventId, answer: "declined" })).toMatchObject({
      status: "declined",
    });
  });

  test("let nobody be asked by whom they block", async ({ db }) => {
    const { eventId, event, grace, as } = await scene(db);
    const asking = inviteToEvent.bind(null, as(event.organizerId), { eventId, invitee: grace });
    await blockIdentity(as(grace.id), await getIdentity(db, event.organizerId));
    await expect(asking()).rejects.toMatchObject({ fieldErrors: { whom: ["invitee_unknown"] } });
  });

  test("what was asked by whom they mute, or of what server they mute, waits for no word", async ({ db }) => {
    const { event, grace, as } = await scene(db);
    const far = await createRemoteEvent(db, { title: "Far", startsAt: inAnHour, endsAt: null });
    for (const asked of [{ ...event }, far]) await createInvitation(db, asked, grace);
    await createInvited(db, event, { host: grace });
    const lists = async () => {
      const at = { now, reader: await findUnwelcome(db, grace.id, now) };
      const open = await listOpenInvitations(db, grace.id, at);
      return [open.map((one) => one.event.title).sort(), (await listInvitations(db, grace.id, at)).length];
    };
    expect(await lists()).toEqual([["Far", event.title], 1]);
    await muteIdentity(as(grace.id), await getIdentity(db, event.organizerId));
    expect(await lists()).toEqual([["Far"], 0]);
    await blockDomain(as(grace.id), { domain: "far.example", kind: "mute" });
    expect(await lists()).toEqual([[], 0]);
  });

  test("in both directions no name stands among those who come, and nobody counts less", async ({ db }) => {
    const { event, grace, as } = await scene(db);
    const [leo, rosa] = [await createIdentity(db), await createRemoteActor(db)];
    for (const { id: actorId } of [grace, leo, rosa])
      await createParticipation(db, event, { actorId, status: "approved" });
    const seenBy = async ({ id }: ActorRow) => {
      const reader = await findUnwelcome(db, id, now);
      const named = await listNamesOf(db, event.id, { page: 1, reader });
      expect(await listFacesOf(db, event.id, reader)).toHaveLength(named.length);
      return named.map((face) => face.id).sort();
    };
    expect(await seenBy(leo)).toHaveLength(3);
    await blockIdentity(as(grace.id), leo);
    expect(await seenBy(leo)).toEqual([leo.id, rosa.id].sort());
    expect(await seenBy(grace)).toEqual([grace.id, rosa.id].sort());
    await blockDomain(as(leo.id), { domain: "far.example", kind: "block" });
    expect(await seenBy(leo)).toEqual([leo.id]);
    expect((await countComing(db, event.id)).named).toBe(3);
  });
});
