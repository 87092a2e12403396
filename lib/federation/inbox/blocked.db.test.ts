import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import type { ActorRow } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { eventInvitations } from "@/db/schema/event-invitations";
import { follows } from "@/db/schema/follows";
import { participations } from "@/db/schema/participations";
import {
  actingAs,
  createEvent,
  createIdentity,
  createRemoteActor,
  createRemoteEvent,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context } from "@/lib/core/context";
import { blockIdentity } from "@/lib/events/block";
import { blockDomain } from "@/lib/events/block-domain";
import { signingKeyOf } from "../keys";
import { hear, newIdOf, said, tellAll } from "../testing/wire";

const far = { domain: "far.example", kind: "block" } as const;

const ways = {
  "somebody elsewhere": (ctx: Context, { handle }: ActorRow) =>
    blockIdentity(ctx, { handle: `${handle}@far.example` }),
  "a whole server": (ctx: Context) => blockDomain(ctx, far),
};

async function begin(db: Database, how: keyof typeof ways) {
  const ada = await createIdentity(db, { handle: "ada_x" });
  const event = await createEvent(db, { organizerId: ada.id });
  const grace = await createRemoteActor(db, { handle: "grace" });
  const block = () => ways[how](actingAs(db, ada.id), grace);
  const follow = () => hear(db, grace, { type: "Follow", id: newIdOf(grace), object: ada.uri });
  const join = () => hear(db, grace, { type: "Join", id: newIdOf(grace), object: event.uri });
  return { ada, event, grace, block, follow, join };
}

const types = async (db: Database) => (await said(db)).map(({ type }) => type);

describe.each(Object.keys(ways) as (keyof typeof ways)[])("who is blocked: %s", (how) => {
  test("follows no more, as if removed as a follower; who asks again is refused", async ({ db }) => {
    const { ada, block, follow } = await begin(db, how);
    await signingKeyOf(actingAs(db, ada.id), ada);
    await follow();
    await tellAll(db);
    await block();
    await tellAll(db);
    expect(await follow()).toBe("identity_not_found");
    await tellAll(db);

    expect(await db.$count(follows, eq(follows.followedId, ada.id))).toBe(0);
    expect(await types(db)).toEqual(["Accept", "Reject", "Reject"]);
  });

  test("does not come, as if a host had refused", async ({ db }) => {
    const { block, join } = await begin(db, how);
    await block();
    expect(await join()).toBe("event_not_found");
    await tellAll(db);
    expect(await db.$count(participations)).toBe(0);
    expect(await types(db)).toEqual(["Reject"]);
  });

  test("says nothing under events of who blocks, and is not answered", async ({ db }) => {
    const { event, grace, block } = await begin(db, how);
    await block();
    const object = {
      ...{ type: "Note", id: `${grace.uri}/notes/1`, attributedTo: grace.uri, content: "<p>Hello</p>" },
      ...{ inReplyTo: event.uri, to: ["https://www.w3.org/ns/activitystreams#Public"] },
    };
    expect(await hear(db, grace, { type: "Create", object, to: object.to })).toBe("event_not_found");
    await tellAll(db);
    expect(await db.$count(comments)).toBe(0);
    expect(await types(db)).toEqual([]);
  });

  test("is not heard when they ask who blocks to come to what they announce", async ({ db }) => {
    const { ada, grace, block } = await begin(db, how);
    const theirs = await createRemoteEvent(db, { organizerId: grace.id });
    await block();
    const invite = { type: "Invite", id: newIdOf(grace), object: theirs.uri, target: ada.uri, to: [ada.uri] };
    expect(await hear(db, grace, invite)).toBe("invitee_unknown");
    expect(await db.$count(eventInvitations)).toBe(0);
  });
});
