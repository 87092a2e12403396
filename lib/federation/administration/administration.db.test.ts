import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { receivedActivities } from "@/db/schema/activities";
import { follows } from "@/db/schema/follows";
import { servers } from "@/db/schema/servers";
import {
  createAccount,
  createIdentity,
  createRemoteActor,
  createRemoteEvent,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context } from "@/lib/core/context";
import { setDomainPolicy } from "@/lib/instance/decide-domain";
import { followServer, unfollowServer } from "../follow-server";
import { getServerActor } from "../server-actor";
import { listServerFollows } from "./follows";
import { listPolicies } from "./policies";
import { forgetServer, listServers, retryServer } from "./servers";
import { listUnread } from "./unread";

async function boss(db: Database): Promise<Context> {
  const { id: accountId } = await createAccount(db, { role: "administrator" });
  return { db, actor: { kind: "account", accountId, role: "administrator" }, now };
}
const member: Pick<Context, "actor" | "now"> = {
  actor: { kind: "account", accountId: "0198", role: "member" },
  now,
};

describe("servers", () => {
  test("are listed with those first that do not answer", async ({ db }) => {
    const ctx = await boss(db);
    await db
      .insert(servers)
      .values([
        { domain: "bells.example", receivedAt: now },
        { domain: "quiet.example" },
        { domain: "down.example", failures: 3, failingSince: now, retryAt: now },
      ]);
    const listed = await listServers(ctx, 1);
    expect(listed.map(({ domain }) => domain)[0]).toBe("down.example");
    expect(listed[0]).toMatchObject({ waiting: 0, failures: 3 });
    await expect(listServers({ ...member, db }, 1)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("are told with what there is of them here", async ({ db }) => {
    const ctx = await boss(db);
    await db.insert(servers).values([{ domain: "far.example" }, { domain: "quiet.example" }]);
    const event = await createRemoteEvent(db);
    const [{ id: adaId }, grace] = [await createIdentity(db), await createRemoteActor(db)];
    await db.insert(follows).values([
      { followerId: adaId, followedId: event.organizerId, uri: "https://bells.example/1" },
      { followerId: adaId, followedId: grace.id, uri: "https://bells.example/2" },
      { followerId: grace.id, followedId: adaId, uri: "https://far.example/3" },
    ]);
    const listed = await listServers(ctx, 1);
    const nothing = { people: 0, events: 0, followed: 0, following: 0, waiting: 0 };
    expect(listed.find(({ domain }) => domain === "quiet.example")).toMatchObject(nothing);
    expect(listed.find(({ domain }) => domain === "far.example")).toMatchObject({
      ...{ people: 2, events: 1, followed: 2, following: 1, waiting: 0 },
    });
  });

  test("are tried at once, and forgotten, also twice", async ({ db }) => {
    const ctx = await boss(db);
    await db.insert(servers).values({ domain: "down.example", failures: 3, failingSince: now, retryAt: now });
    await retryServer(ctx, "down.example");
    await retryServer(ctx, "nowhere.example");
    const isDown = eq(servers.domain, "down.example");
    expect(await db.select().from(servers).where(isDown)).toMatchObject([{ retryAt: null, failures: 3 }]);

    await forgetServer(ctx, "down.example");
    await forgetServer(ctx, "down.example");
    expect(await db.select().from(servers).where(isDown)).toEqual([]);
  });
});

describe("followServer", () => {
  test("asks as the server itself, once, and takes it back", async ({ db }) => {
    const ctx = await boss(db);
    const relay = await createRemoteActor(db, {
      kind: "application",
      handle: "relay",
      domain: "bells.example",
    });
    await followServer(ctx, relay.uri);
    await followServer(ctx, relay.uri);
    const own = await getServerActor(ctx);
    await db
      .insert(follows)
      .values({ followerId: relay.id, followedId: own.id, uri: "https://bells.example/f" });
    expect(await listServerFollows(ctx)).toMatchObject([
      { direction: expect.stringMatching("in|out"), domain: "bells.example", handle: "relay" },
      { direction: expect.stringMatching("in|out"), domain: "bells.example" },
    ]);

    await unfollowServer(ctx, "bells.example");
    await unfollowServer(ctx, "bells.example");
    expect(await listServerFollows(ctx)).toMatchObject([{ direction: "in", status: "accepted" }]);
  });

  test("does not follow itself, nor for anybody but administrators", async ({ db }) => {
    const ctx = await boss(db);
    const { uri } = await getServerActor(ctx);
    await expect(followServer(ctx, uri)).rejects.toMatchObject({ reason: "server_not_found" });
    await expect(followServer({ ...member, db }, uri)).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("decisions are listed with what administrators noted", async ({ db }) => {
  const ctx = await boss(db);
  const decided = {
    domain: "spam.example",
    severity: "suspend",
    reason: "Spam",
    note: "third time",
  } as const;
  await setDomainPolicy(ctx, decided);
  expect(await listPolicies(ctx)).toMatchObject([decided]);
});

test("what could not be read is told for seven days", async ({ db }) => {
  const ctx = await boss(db);
  const sent = (activityUri: string, values: Partial<typeof receivedActivities.$inferInsert>) => ({
    ...{
      actorUri: "https://far.example/a",
      activityUri,
      digest: "d",
      type: "Add",
      body: {},
      receivedAt: now,
    },
    ...values,
  });
  await db
    .insert(receivedActivities)
    .values([
      sent("https://far.example/1", { outcome: "unknown", reason: "type" }),
      sent("https://far.example/2", { outcome: "handled" }),
      sent("https://far.example/3", { outcome: null }),
      sent("https://far.example/4", { outcome: "refused", receivedAt: new Date("2026-11-15T12:00Z") }),
    ]);
  expect((await listUnread(ctx)).map(({ activityUri }) => activityUri)).toEqual(["https://far.example/1"]);
});
