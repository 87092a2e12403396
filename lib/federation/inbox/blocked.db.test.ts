import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { comments } from "@/db/schema/comments";
import { follows } from "@/db/schema/follows";
import { participations } from "@/db/schema/participations";
import { actingAs, createEvent, createIdentity, createRemoteActor } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { blockIdentity } from "@/lib/events/block";
import { signingKeyOf } from "../keys";
import { hear, newIdOf, said, tellAll } from "../testing/wire";

async function begin(db: Database) {
  const ada = await createIdentity(db, { handle: "ada_x" });
  const event = await createEvent(db, { organizerId: ada.id });
  const grace = await createRemoteActor(db, { handle: "grace" });
  const block = () => blockIdentity(actingAs(db, ada.id), { handle: `grace@${grace.domain}` });
  const follow = () => hear(db, grace, { type: "Follow", id: newIdOf(grace), object: ada.uri });
  const join = () => hear(db, grace, { type: "Join", id: newIdOf(grace), object: event.uri });
  return { ada, event, grace, block, follow, join };
}

const types = async (db: Database) => (await said(db)).map(({ type }) => type);

describe("who is blocked elsewhere", () => {
  test("follows no more, as if removed as a follower; who asks again is refused", async ({ db }) => {
    const { ada, block, follow } = await begin(db);
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
    const { block, join } = await begin(db);
    await block();
    expect(await join()).toBe("event_not_found");
    await tellAll(db);
    expect(await db.$count(participations)).toBe(0);
    expect(await types(db)).toEqual(["Reject"]);
  });

  test("says nothing under events of who blocks, and is not answered", async ({ db }) => {
    const { event, grace, block } = await begin(db);
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
});
