import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { announcementRecipients, announcements } from "@/db/schema/announcements";
import { eventInvitations } from "@/db/schema/event-invitations";
import {
  createEvent,
  createParticipation,
  createRemoteActor,
  createRemoteEvent,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { forgetOver } from "@/lib/participation/forget-over";
import { createInvitation } from "@/lib/participation/invitations/testing/invitation";
import { countOwn } from "./archive/count-own";
import { invitationObjects } from "./archive/own-invitations";
import { eraseIdentity } from "./erase-identity";
import { createOrphan } from "./testing/orphan";

/** Grace, who was asked by Ada and has asked Rosa to what she hosts herself, and does not belong to anybody any more. */
async function settle(db: Database) {
  const grace = await createOrphan(db, { handle: "grace" });
  const rosa = await createRemoteActor(db, { handle: "rosa" });
  const theirs = await createEvent(db, { title: "Theirs" });
  const hers = await createEvent(db, { title: "Hers", organizerId: grace.id });
  const got = await createInvitation(db, theirs, grace);
  const gave = await createInvitation(db, hers, rosa);
  return { grace, rosa, theirs, hers, got, gave };
}

const system = (db: Database, at = now) => ({ db, actor: { kind: "system" as const }, now: at });

describe("invitations", () => {
  test("are told to those who leave: what they were asked to, and whom they asked", async ({ db }) => {
    const { grace, rosa, theirs, hers, got, gave } = await settle(db);
    const told = await Array.fromAsync(invitationObjects(db, grace));
    expect(told).toHaveLength(2);
    expect(told).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...{ id: got.uri, type: "Invite", target: grace.uri },
          object: expect.objectContaining({ id: theirs.uri, name: "Theirs" }),
        }),
        expect.objectContaining({
          ...{ id: gave.uri, type: "Invite", actor: grace.uri, target: rosa.uri },
          object: expect.objectContaining({ id: hers.uri, name: "Hers" }),
        }),
      ]),
    );
    expect(await countOwn(db, [grace.id])).toBe(3);
  });

  test("go with whoever was asked, and forget who asked", async ({ db }) => {
    const { grace, rosa } = await settle(db);
    const shared = await createEvent(db);
    await db
      .insert(eventInvitations)
      .values({ eventId: shared.id, actorId: rosa.id, invitedById: grace.id, uri: "urn:shared" });
    await eraseIdentity(system(db), grace.id);
    expect(await db.select().from(eventInvitations)).toMatchObject([
      { uri: "urn:shared", invitedById: null },
    ]);
  });

  test("are forgotten with the answers, some days after the event", async ({ db }) => {
    const { theirs, got } = await settle(db);
    const later = new Date(theirs.startsAt!.getTime() + 400 * 86_400_000);
    await forgetOver(system(db));
    expect(await db.$count(eventInvitations)).toBe(2);
    await forgetOver(system(db, later));
    expect(await db.$count(eventInvitations)).toBe(0);
    expect(got.answeredAt).toBeNull();
  });
});

test("what hosts elsewhere wrote to somebody alone goes with them", async ({ db }) => {
  const grace = await createOrphan(db);
  const event = await createRemoteEvent(db);
  const own = await createParticipation(db, event, { actorId: grace.id, status: "approved" });
  const other = await createParticipation(db, event, { status: "approved" });
  const here = await createEvent(db);
  const local = await createParticipation(db, here, { actorId: grace.id, status: "approved" });
  for (const [uri, eventId, ids] of [
    ["urn:alone", event.id, [own.id]],
    ["urn:both", event.id, [own.id, other.id]],
    ["urn:here", here.id, [local.id]],
  ] as const) {
    const words = { subject: "", body: "Come", statuses: [], sendAt: now, sentAt: now };
    const [written] = await db
      .insert(announcements)
      .values({ ...words, uri, eventId })
      .returning();
    for (const participationId of ids)
      await db.insert(announcementRecipients).values({ announcementId: written!.id, participationId });
  }
  await eraseIdentity(system(db), grace.id);
  const left = await db.select({ uri: announcements.uri }).from(announcements);
  expect(left.map(({ uri }) => uri).sort()).toEqual(["urn:both", "urn:here"]);
});
