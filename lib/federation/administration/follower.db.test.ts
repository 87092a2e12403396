import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { follows } from "@/db/schema/follows";
import { instanceSettings } from "@/db/schema/instance";
import { moderationLog } from "@/db/schema/moderation-log";
import { domainPolicies } from "@/db/schema/servers";
import { actingAs, createAccount, createIdentity, createRemoteActor, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context, Role } from "@/lib/core/context";
import { rejectFollow } from "@/lib/events/follow-answer";
import { getServerActor } from "../server-actor";
import { hear, newIdOf, said, tellAll } from "../testing/wire";
import { acceptServerFollower, refuseServerFollower } from "./answer-follower";
import { listCutByListing } from "./cut-by-listing";

async function staff(db: Database, role: Role): Promise<Context> {
  const { id: accountId } = await createAccount(db, { role });
  return { db, actor: { kind: "account", accountId, role }, now };
}

/** A server asks to follow this one, which asks its administrators first. */
async function begin(db: Database) {
  await db.insert(instanceSettings).values({ data: { serverFollowers: "ask" } });
  const server = await getServerActor({ db });
  const relay = await createRemoteActor(db, { kind: "application", handle: "relay" });
  const ask = () => hear(db, relay, { type: "Follow", id: newIdOf(relay), object: server.uri });
  expect(await ask()).toBe("handled");
  await tellAll(db);
  const [follow] = await db.select().from(follows);
  return { ask, followId: follow!.id, vera: await staff(db, "administrator") };
}

const types = async (db: Database) => (await said(db)).map(({ type }) => type);
const standing = async (db: Database) => (await db.select().from(follows)).map(({ status }) => status);
const logged = async (db: Database) =>
  (await db.select().from(moderationLog).orderBy(moderationLog.id)).map(({ action }) => action);

describe("a server that asks to follow this one", () => {
  test("waits, however often it asks, until an administrator says yes", async ({ db }) => {
    const { ask, followId, vera } = await begin(db);
    await ask();
    await tellAll(db);
    expect([await standing(db), await types(db)]).toEqual([["pending"], []]);

    for (const _ of [1, 2]) await acceptServerFollower(vera, followId);
    await tellAll(db);
    expect([await standing(db), await types(db)]).toEqual([["accepted"], ["Accept"]]);
    expect(await logged(db)).toEqual(["server.follower_accepted"]);
  });

  test("is told no, also later", async ({ db }) => {
    const { followId, vera } = await begin(db);
    await acceptServerFollower(vera, followId);
    for (const _ of [1, 2]) await refuseServerFollower(vera, followId);
    await tellAll(db);
    expect([await standing(db), (await types(db)).at(-1)]).toEqual([[], "Reject"]);
    expect(await logged(db)).toEqual(["server.follower_accepted", "server.follower_refused"]);
  });

  test("is for administrators to answer", async ({ db }) => {
    const { followId } = await begin(db);
    const moderator = await staff(db, "moderator");
    for (const answer of [acceptServerFollower, refuseServerFollower])
      await expect(answer(moderator, followId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listCutByListing(moderator)).rejects.toMatchObject({ code: "forbidden" });
    expect(await standing(db)).toEqual(["pending"]);
  });

  test("waits for nobody where all may", async ({ db }) => {
    const server = await getServerActor({ db });
    const relay = await createRemoteActor(db, { kind: "application", handle: "relay" });
    await hear(db, relay, { type: "Follow", id: newIdOf(relay), object: server.uri });
    expect(await standing(db)).toEqual(["accepted"]);
  });
});

test("somebody elsewhere who is removed as a follower hears it each time, and nothing why", async ({
  db,
}) => {
  const ada = await createIdentity(db, { handle: "ada_r" });
  const grace = await createRemoteActor(db, { handle: "grace" });
  const id = newIdOf(grace);
  for (const _ of [1, 2]) {
    await hear(db, grace, { type: "Follow", id, object: ada.uri });
    const [follow] = await db.select().from(follows).where(eq(follows.followedId, ada.id));
    await rejectFollow(actingAs(db, ada.id), follow!.id);
    await tellAll(db);
  }
  const rejects = (await said(db)).filter(({ type }) => type === "Reject");
  expect(rejects).toMatchObject(
    [1, 2].map(() => ({
      ...{ actor: ada.uri, to: [grace.uri] },
      object: { id, type: "Follow", actor: grace.uri, object: ada.uri },
    })),
  );
  expect(Object.keys(rejects[0]!).sort()).toEqual(["actor", "id", "object", "to", "type"]);
  expect(rejects[0]?.id).not.toBe(rejects[1]?.id);
});

test("who would be cut off are those with whom somebody here has to do and that were not allowed", async ({
  db,
}) => {
  const ada = await createIdentity(db);
  const follow = async (domain: string, direction: "out" | "in") => {
    const far = await createRemoteActor(db, { domain });
    const [followerId, followedId] = direction === "out" ? [ada.id, far.id] : [far.id, ada.id];
    await db.insert(follows).values({ followerId, followedId, uri: `${far.uri}/follow` });
  };
  await follow("far.example", "out");
  await follow("far.example", "in");
  await follow("other.example", "in");
  await follow("a.friend.example", "in");
  await db.insert(domainPolicies).values({ domain: "friend.example", severity: "allow" });
  expect(await listCutByListing(await staff(db, "administrator"))).toEqual({
    servers: [
      { domain: "far.example", followed: 1, following: 1 },
      { domain: "other.example", followed: 0, following: 1 },
    ],
    total: 2,
  });
});
