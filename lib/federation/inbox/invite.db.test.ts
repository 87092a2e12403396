import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { receivedActivities } from "@/db/schema/activities";
import { eventInvitations } from "@/db/schema/event-invitations";
import { events } from "@/db/schema/events";
import {
  actingAs,
  createEvent,
  createIdentity,
  createParticipation,
  createRemoteActor,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { followIdentity } from "@/lib/events/follow";
import { kindsOf } from "@/lib/events/testing/facts";
import { answerEvent } from "@/lib/participation/answer";
import { createInvitation } from "@/lib/participation/invitations/testing/invitation";
import { PUBLIC } from "../activity";
import { asked, emptyWeb, farActor, farEvent } from "../testing/web";
import { handleActivity } from "./handle";

vi.mock(import("../fetch/document"), async () => (await import("../testing/web")).fetching);

beforeEach(emptyWeb);

/** Handles an activity as if it had come in just now. */
async function receive(db: Database, body: Record<string, unknown> & { id: string; actor: string }) {
  const [row] = await db
    .insert(receivedActivities)
    .values({
      actorUri: body.actor,
      activityUri: body.id,
      digest: JSON.stringify(body),
      type: String(body.type),
      body,
      receivedAt: now,
    })
    .returning();
  await handleActivity({ db, actor: { kind: "system" }, now }, row!.id);
  const [handled] = await db.select().from(receivedActivities).where(eq(receivedActivities.id, row!.id));
  return [handled!.outcome, handled!.reason].filter(Boolean).join(": ");
}

async function settle(db: Database) {
  const rosa = farActor("rosa");
  const document = farEvent("barn", { by: rosa });
  const grace = await createIdentity(db, { handle: "grace" });
  const invite = (values: Record<string, unknown> = {}) => ({
    id: "https://far.example/invites/1",
    type: "Invite",
    actor: rosa.id,
    object: document,
    target: grace.uri,
    to: [grace.uri],
    ...values,
  });
  const invitations = () => db.select().from(eventInvitations);
  const brought = async () => (await db.select().from(events).where(eq(events.uri, document.id)))[0];
  return { rosa, document, grace, invite, invitations, brought };
}

describe("onInvite", () => {
  test("asks one of ours, once, and keeps the event for those who have its address", async ({ db }) => {
    const { grace, invite, invitations, brought } = await settle(db);
    expect(await receive(db, invite())).toBe("handled");
    expect(await receive(db, invite({ published: "2026-11-23T10:00:00Z" }))).toBe("handled");

    const event = await brought();
    expect(event).toMatchObject({ domain: "far.example", visibility: "unlisted" });
    expect(await invitations()).toMatchObject([
      { eventId: event!.id, actorId: grace.id, uri: "https://far.example/invites/1", answeredAt: null },
    ]);
    expect(await kindsOf(db, event!.id)).toEqual(["event.published", "event.invited"]);
  });

  test("lists it once somebody here follows who announces it", async ({ db }) => {
    const { rosa, document, grace, invite, brought } = await settle(db);
    await receive(db, invite());
    const update = (at: string) => ({
      ...{ id: `${document.id}#update-${at}`, type: "Update", actor: rosa.id },
      object: { ...document, updated: at, name: `Concert, ${at}` },
    });
    await receive(db, update("2026-11-21T10:00:00Z"));
    expect(await brought()).toMatchObject({ visibility: "unlisted", title: "Concert, 2026-11-21T10:00:00Z" });
    await followIdentity(actingAs(db, grace.id), { handle: "rosa@far.example" });
    await receive(db, update("2026-11-22T10:00:00Z"));
    expect(await brought()).toMatchObject({ visibility: "public" });
  });

  test("asks the event's own server where it is only named, or was said by another", async ({ db }) => {
    const { document, invite, invitations } = await settle(db);
    expect(await receive(db, invite({ object: document.id }))).toBe("handled");
    expect(asked).toContain(document.id);
    expect(await invitations()).toHaveLength(1);
  });

  test("hears only those who host", async ({ db }) => {
    const { invite, invitations, brought } = await settle(db);
    const mallory = farActor("mallory", { host: "evil.example" });
    const stolen = invite({ id: "https://evil.example/invites/1", actor: mallory.id });
    expect(await receive(db, stolen)).toMatch(/^refused: not_(host|theirs)$/);
    expect(await brought()).toBeUndefined();
    await receive(db, invite());
    const again = { ...stolen, id: "https://evil.example/invites/2" };
    expect(await receive(db, again)).toBe("refused: not_allowed");
    expect(await invitations()).toHaveLength(1);
  });

  test("finds nobody who is not there, gone, or seen by participants alone: all look the same, and bring nothing", async ({
    db,
  }) => {
    const { grace, invite, invitations, brought } = await settle(db);
    const origin = new URL(grace.uri).origin;
    const gone = await createIdentity(db, { handle: "gone", deletedAt: now });
    expect(await receive(db, invite({ target: `${origin}/@nobody` }))).toBe("refused: invitee_unknown");
    expect(await receive(db, invite({ target: gone.uri }))).toBe("refused: invitee_unknown");
    expect(await brought()).toBeUndefined();
    const hidden = await createIdentity(db, { handle: "hidden", visibility: "participants" });
    expect(await receive(db, invite({ target: hidden.uri }))).toBe("refused: invitee_unknown");
    expect(await invitations()).toEqual([]);
  });

  test("takes what names nobody here for an announcement, which nobody here may want", async ({ db }) => {
    const { rosa, invite, invitations, brought } = await settle(db);
    const told = invite({ target: undefined, to: [PUBLIC], cc: [`${rosa.id}/followers`] });
    expect(await receive(db, told)).toBe("ignored: not_wanted");
    expect(await brought()).toBeUndefined();
    expect(await invitations()).toEqual([]);
  });

  test("asks all whom it is addressed to where it has no target", async ({ db }) => {
    const { grace, invite, invitations, rosa } = await settle(db);
    const ada = await createIdentity(db, { handle: "ada" });
    expect(await receive(db, invite({ target: undefined, to: [grace.uri, ada.uri] }))).toBe("handled");
    expect((await invitations()).map(({ actorId }) => actorId).sort()).toEqual([grace.id, ada.id].sort());
    const undo = { id: "https://far.example/undo/2", type: "Undo", actor: rosa.id };
    expect(await receive(db, { ...undo, object: invite() })).toBe("handled");
    expect(await invitations()).toEqual([]);
  });

  test("knows no groups and no co-hosts yet", async ({ db }) => {
    const { invite } = await settle(db);
    const group = farActor("choir", { type: "Group" });
    expect(await receive(db, invite({ object: group.id }))).toBe("unknown: not_an_event");
    const own = await createEvent(db);
    expect(await receive(db, invite({ object: own.uri }))).toBe("unknown: not_to_ours");
    expect(await receive(db, invite({ object: {} }))).toBe("unknown: object_not_readable");
  });

  test("uses no id twice, and does not let a day be filled", async ({ db }) => {
    const { rosa, grace, invite } = await settle(db);
    await receive(db, invite());
    const other = farEvent("other", { by: rosa });
    expect(await receive(db, invite({ object: other }))).toBe("refused: id_taken");
    for (let n = 0; n < 29; n++) await createInvitation(db, await createEvent(db), grace);
    expect(await receive(db, invite({ object: other, id: "https://far.example/invites/2" }))).toBe(
      "refused: too_many_today",
    );
  });
});

describe("onUndoInvite", () => {
  test("takes back what nobody answered, once", async ({ db }) => {
    const { rosa, invite, invitations } = await settle(db);
    await receive(db, invite());
    const undo = { id: "https://far.example/undo/1", type: "Undo", actor: rosa.id };
    expect(await receive(db, { ...undo, object: "https://far.example/invites/1" })).toBe("handled");
    expect(await invitations()).toEqual([]);
    expect(await receive(db, { ...undo, object: invite() })).toBe("refused: invitation_not_found");
  });

  test("comes too late once there is an answer, and is for whoever asked", async ({ db }) => {
    const { grace, invite, invitations, brought, rosa } = await settle(db);
    await receive(db, invite());
    const other = await createRemoteActor(db, { handle: "olga" });
    const undo = { id: "https://far.example/undo/1", type: "Undo", object: invite({ actor: other.uri }) };
    expect(await receive(db, { ...undo, actor: other.uri })).toBe("refused: invitation_not_found");
    const event = await brought();
    await createParticipation(db, event!, { actorId: grace.id, status: "approved" });
    expect(await receive(db, { ...undo, object: invite(), actor: rosa.id })).toBe(
      "refused: invitation_answered",
    );
    expect(await invitations()).toHaveLength(1);
  });
});

describe("answers of people elsewhere to an invitation of ours", () => {
  test("are answers to the event: yes lets them in without a decision", async ({ db }) => {
    const event = await createEvent(db, { joinMode: "approval" });
    const answers = { Accept: "approved", TentativeAccept: "maybe", Reject: "declined" };
    for (const [type, status] of Object.entries(answers)) {
      const guest = await createRemoteActor(db, { handle: `guest_${status}` });
      const { uri } = await createInvitation(db, event, guest);
      const activity = {
        id: `https://far.example/${type}`,
        type,
        actor: guest.uri,
        object: { type: "Invite", id: uri },
      };
      expect(await receive(db, activity)).toBe("handled");
      const [row] = await db.select().from(eventInvitations).where(eq(eventInvitations.uri, uri));
      expect(row).toMatchObject({ answeredAt: now });
      const mine = await answerEvent(actingAs(db, guest.id), { eventId: event.id, answer: "maybe" }).catch(
        () => null,
      );
      expect(mine).not.toBeNull();
    }
  });

  test("are nothing to an invitation of somebody else", async ({ db }) => {
    const { uri } = await createInvitation(db, await createEvent(db), await createRemoteActor(db));
    const other = await createRemoteActor(db);
    const activity = { id: "https://far.example/accept", type: "Accept", actor: other.uri, object: uri };
    expect(await receive(db, activity)).toMatch(/^refused/);
  });
});
