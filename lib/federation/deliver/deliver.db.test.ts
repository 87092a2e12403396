import { createHash, createPublicKey, verify } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { deliveries } from "@/db/schema/activities";
import { actorKeys } from "@/db/schema/actor-keys";
import { domainPolicies, servers } from "@/db/schema/servers";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { deliverTo } from "./deliver";
import { sweepDeliveries } from "./sweep";
import { farServer, MINUTE } from "./testing/far-server";

const there = farServer();

describe("deliverTo", () => {
  test("posts what waits once to a shared inbox, in its order, signed by who says it", async ({ db }) => {
    const { ada, far, say } = await there.begin(db);
    const people = [await far("grace"), await far("alan")];
    await say("one", people);
    await say("two", people);
    await there.deliver(db);

    expect(there.ids()).toEqual(["one", "two"]);
    const { path, headers, body } = there.arrived[0]!;
    expect(path).toBe("/inbox");
    expect(JSON.parse(body)).toEqual({
      "@context": expect.anything(),
      id: `${ada.uri}#one`,
      type: "Create",
      actor: ada.uri,
    });
    expect(headers.digest).toBe(`SHA-256=${createHash("sha256").update(body).digest("base64")}`);
    expect(await isSignedBy(db, ada.id, headers)).toBe(true);
    expect(await db.$count(deliveries)).toBe(0);
    expect(await there.known(db)).toMatchObject({ failures: 0, deliveredAt: now });

    await there.deliver(db);
    expect(there.arrived).toHaveLength(2);
  });

  test("sends nothing to a server that was suspended meanwhile", async ({ db }) => {
    const { far, say } = await there.begin(db);
    await say("one", [await far("grace")]);
    await db.insert(domainPolicies).values({ domain: there.domain, severity: "suspend" });
    await there.deliver(db);
    expect(there.arrived).toEqual([]);
    expect(await db.$count(deliveries)).toBe(0);
  });

  test("a job does fifty, and leaves the rest to the next", async ({ db }) => {
    const { far, say } = await there.begin(db);
    const grace = await far("grace");
    for (let n = 0; n < 60; n++) await say(`${n}`, [grace]);
    await there.deliver(db);
    expect(there.arrived).toHaveLength(50);
    expect(await there.nextJob(db)).not.toBeNull();
    await there.deliver(db);
    expect(there.ids()).toEqual(Array.from({ length: 60 }, (_, n) => `${n}`));
  });

  test("one at a time delivers to a server; whoever was killed holds it for a while only", async ({ db }) => {
    const { far, say } = await there.begin(db);
    await say("one", [await far("grace")]);
    await db.insert(servers).values({ domain: there.domain, busyUntil: new Date(now.getTime() + MINUTE) });
    await there.deliver(db);
    expect(there.arrived).toEqual([]);
    expect(await there.nextJob(db)).toBe(0);
    await there.deliver(db, 1);
    expect(there.ids()).toEqual(["one"]);
    expect(await there.known(db)).toMatchObject({ busyUntil: null });
  });

  test("goes on with what comes while it is at work, unless the server is to be left alone", async ({
    db,
  }) => {
    const { far, say } = await there.begin(db);
    const grace = await far("grace");
    await say("one", [grace]);
    there.answer = (_, response) => void say("two", [grace]).then(() => response.writeHead(202).end());
    await there.deliver(db);
    expect(await db.$count(deliveries)).toBe(1);
    expect(await there.nextJob(db)).not.toBeNull();
    there.answer = (_, response) => void say("three", [grace]).then(() => response.writeHead(500).end());
    await there.deliver(db);
    expect(await there.nextJob(db)).toBe(1);
  });

  test("what a lost job left waiting is taken up within the hour", async ({ db }) => {
    const { far, say } = await there.begin(db);
    await say("one", [await far("grace")]);
    await db.execute(sql`delete from graphile_worker._private_jobs`);
    await sweepDeliveries(there.at(db, 30));
    expect(await there.nextJob(db)).toBeNull();
    await sweepDeliveries(there.at(db, 61));
    expect(await there.nextJob(db)).not.toBeNull();
  });

  test("reaches no private address", async ({ db }) => {
    const { far, say } = await there.begin(db);
    await say("one", [await far("grace")]);
    await deliverTo(there.at(db), there.domain, { network: { ...there.network, mayReach: () => false } });
    expect(there.arrived).toEqual([]);
    expect(await there.known(db)).toMatchObject({ problem: "address_refused" });
  });
});

async function isSignedBy(db: Database, actorId: string, headers: IncomingMessage["headers"]) {
  const [key] = await db.select().from(actorKeys).where(eq(actorKeys.actorId, actorId));
  const parts: Record<string, string> = Object.fromEntries(
    [...String(headers.signature).matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  );
  expect(parts.keyId).toBe(key!.uri);
  const text = parts
    .headers!.split(" ")
    .map((name) => `${name}: ${name === "(request-target)" ? "post /inbox" : headers[name]}`);
  const signature = Buffer.from(parts.signature!, "base64");
  return verify("sha256", Buffer.from(text.join("\n")), createPublicKey(key!.publicPem), signature);
}
