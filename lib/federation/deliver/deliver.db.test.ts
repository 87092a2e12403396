import { createHash, createPublicKey, verify } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { deliveries } from "@/db/schema/activities";
import { actorKeys } from "@/db/schema/actor-keys";
import { follows } from "@/db/schema/follows";
import { domainPolicies, type Server, servers } from "@/db/schema/servers";
import { createIdentity, createRemoteActor, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context } from "@/lib/core/context";
import type { Network } from "@/lib/core/net/guarded-agent";
import { sendActivity } from "../outbox/send";
import { closeBreaker } from "./breaker";
import { deliverTo } from "./deliver";

type Arrived = { path: string; headers: IncomingMessage["headers"]; body: string; id: string };

const MINUTE = 60_000;
let arrived: Arrived[];
let answer: (arrived: Arrived, response: ServerResponse) => void;
const server = createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray()).toString();
  const one = { path: request.url ?? "", headers: request.headers, body, id: JSON.parse(body).id as string };
  arrived.push(one);
  answer(one, response);
});
const network: Network = {
  lookup: (_host, _options, done) => done(null, [{ address: "127.0.0.1", family: 4 }]),
  mayReach: (address) => address === "127.0.0.1",
};
let domain: string;
let problem: { status: number; headers?: Record<string, string> } | null;

beforeAll(async () => {
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  domain = `far.example:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  arrived = [];
  problem = null;
  answer = (_, response) => response.writeHead(problem?.status ?? 202, problem?.headers).end("ok");
});

const at = (db: Database, minutes = 0): Context => ({
  db,
  actor: { kind: "system" },
  now: new Date(now.getTime() + minutes * MINUTE),
});
const deliver = (db: Database, minutes = 0) => deliverTo(at(db, minutes), domain, { network });
const ids = () => arrived.map(({ id }) => id.replace(/.*#/, ""));

async function begin(db: Database) {
  const ada = await createIdentity(db);
  const inbox = (name: string) => `http://${domain}/${name}`;
  const far = (name: string) =>
    createRemoteActor(db, { domain, remote: { inbox: inbox(`${name}/inbox`), sharedInbox: inbox("inbox") } });
  const say = async (id: string, to: { id: string }[], minutes = 0) => {
    const activity = { id: `${ada.uri}#${id}`, type: "Create", actor: ada.uri };
    await sendActivity(at(db, minutes), {
      actorId: ada.id,
      activity,
      to: { actorIds: to.map((one) => one.id) },
    });
  };
  return { ada, far, inbox, say };
}

async function known(db: Database): Promise<Server> {
  const [found] = await db.select().from(servers).where(eq(servers.domain, domain));
  return found!;
}

/** When the job that waits for this server runs, in minutes from now; null: there is none. */
async function nextJob(db: Database): Promise<number | null> {
  const jobs = await db.execute<{ run_at: string }>(
    sql`select run_at from graphile_worker.jobs where key = ${`deliver:${domain}`}`,
  );
  return jobs[0] ? Math.round((new Date(jobs[0].run_at).getTime() - now.getTime()) / MINUTE) : null;
}

describe("deliverTo", () => {
  test("posts what waits once to a shared inbox, in its order, signed by who says it", async ({ db }) => {
    const { ada, far, say } = await begin(db);
    const people = [await far("grace"), await far("alan")];
    await say("one", people);
    await say("two", people);
    await deliver(db);

    expect(ids()).toEqual(["one", "two"]);
    const { path, headers, body } = arrived[0]!;
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
    expect(await known(db)).toMatchObject({ failures: 0, deliveredAt: now });

    await deliver(db);
    expect(arrived).toHaveLength(2);
  });

  test("leaves a server that fails alone, longer each time, and tries one first", async ({ db }) => {
    const { far, say } = await begin(db);
    const grace = await far("grace");
    for (const id of ["one", "two"]) await say(id, [grace]);
    problem = { status: 500 };
    await deliver(db);
    expect(ids()).toEqual(["one"]);
    expect(await known(db)).toMatchObject({ failures: 1, failingSince: now, problem: "status_500" });
    expect(await nextJob(db)).toBe(1);

    await deliver(db, 0.5);
    expect(arrived).toHaveLength(1);
    expect(await nextJob(db)).toBe(1);
    await deliver(db, 1);
    expect(ids()).toEqual(["one", "one"]);
    expect(await nextJob(db)).toBe(3);

    problem = null;
    await deliver(db, 3);
    expect(ids()).toEqual(["one", "one", "one", "two"]);
    expect(await known(db)).toMatchObject({ failures: 0, failingSince: null, retryAt: null, problem: "" });
  });

  test.for([
    ["120", 2],
    [new Date(now.getTime() + 30 * MINUTE).toUTCString(), 30],
    ["99999999", 720],
    ["soon", 1],
  ] as const)("waits as long as is asked for: %s", async ([retryAfter, minutes], { db }) => {
    const { far, say } = await begin(db);
    await say("one", [await far("grace")]);
    problem = { status: 429, headers: { "retry-after": retryAfter } };
    await deliver(db);
    expect(await nextJob(db)).toBe(minutes);
  });

  test("what nobody answers, or answers with a lead elsewhere, waits too", async ({ db }) => {
    const { far, say } = await begin(db);
    await say("one", [await far("grace")]);
    answer = (_, response) => response.destroy();
    await deliver(db);
    expect(await known(db)).toMatchObject({ failures: 1, problem: "unreachable" });
    answer = (_, response) => response.writeHead(302, { location: "/elsewhere" }).end();
    await deliver(db, 1);
    expect(arrived.map(({ path }) => path)).toEqual(["/inbox", "/inbox"]);
    expect(await known(db)).toMatchObject({ failures: 2, problem: "status_302" });
  });

  test("passes over what a server cannot take, once others had to wait for it three times", async ({
    db,
  }) => {
    const { far, say } = await begin(db);
    const grace = await far("grace");
    for (const id of ["poison", "two", "three"]) await say(id, [grace]);
    answer = ({ id }, response) => response.writeHead(id.endsWith("poison") ? 500 : 202).end();
    for (const minutes of [0, 1, 3]) await deliver(db, minutes);
    expect(ids()).toEqual(["poison", "poison", "poison"]);

    await deliver(db, 7);
    expect(ids().slice(3)).toEqual(["two", "three", "poison"]);
    expect(await known(db)).toMatchObject({ failures: 0, retryAt: null });
    await say("four", [grace]);
    await deliver(db, 8);
    expect(ids().slice(6)).toEqual(["four"]);
    expect(await nextJob(db)).toBe(15);
  });

  test("one inbox that takes nothing now holds no other, and keeps its order", async ({ db }) => {
    const { far, inbox, say } = await begin(db);
    const personal = async (name: string) =>
      createRemoteActor(db, { domain, remote: { inbox: inbox(name), sharedInbox: null } });
    const [grace, alan] = [await personal("grace"), await personal("alan")];
    await far("hedy");
    for (const id of ["one", "two"]) await say(id, [grace, alan]);
    answer = ({ path }, response) => response.writeHead(path === "/grace" ? 404 : 202).end();
    await deliver(db);
    expect(arrived.map(({ path, id }) => path + id.replace(/.*#/, " "))).toEqual(
      expect.arrayContaining(["/grace one", "/alan one", "/alan two"]),
    );
    expect(arrived).toHaveLength(3);
    expect(await nextJob(db)).toBe(1);

    answer = (_, response) => response.writeHead(202).end();
    await deliver(db, 1);
    expect(ids().slice(3)).toEqual(["one", "two"]);
    expect(await db.$count(deliveries)).toBe(0);
  });

  test("gives up at once what another try would not mend, and counts it", async ({ db }) => {
    const { far, say } = await begin(db);
    const grace = await far("grace");
    for (const id of ["one", "two"]) await say(id, [grace]);
    answer = ({ id }, response) => response.writeHead(id.endsWith("one") ? 400 : 202).end();
    await deliver(db);
    expect(ids()).toEqual(["one", "two"]);
    expect(await db.$count(deliveries)).toBe(0);
    expect(await known(db)).toMatchObject({ lost: 1, failures: 0 });
  });

  test("gives up after three days, and goes on trying with what is younger", async ({ db }) => {
    const { far, say } = await begin(db);
    const grace = await far("grace");
    await say("old", [grace]);
    problem = { status: 503 };
    await deliver(db);
    await say("young", [grace], 60 * 70);
    await deliver(db, 60 * 73);
    expect((await db.select().from(deliveries)).map(({ createdAt }) => createdAt)).toEqual([
      new Date(now.getTime() + 60 * 70 * MINUTE),
    ]);
    expect(await known(db)).toMatchObject({ lost: 1, failures: 2 });

    problem = null;
    await deliver(db, 60 * 90);
    expect(ids().at(-1)).toBe("young");
  });

  test("forgets whoever is gone, but not a whole server at its first word", async ({ db }) => {
    const { ada, far, inbox, say } = await begin(db);
    const alone = await createRemoteActor(db, {
      domain,
      remote: { inbox: inbox("alone"), sharedInbox: null },
    });
    const grace = await far("grace");
    for (const { id } of [alone, grace])
      await db.insert(follows).values({ followerId: id, followedId: ada.id, uri: `urn:${id}` });
    await say("one", [alone, grace]);
    problem = { status: 410 };
    await deliver(db);
    expect((await db.select().from(follows)).map(({ followerId }) => followerId)).toEqual([grace.id]);
    expect(await db.$count(deliveries)).toBe(1);

    await deliver(db, 60 * 73);
    expect(await db.$count(follows)).toBe(0);
    expect(await db.$count(deliveries)).toBe(0);
  });

  test("a server from which something comes is tried at once", async ({ db }) => {
    const { far, say } = await begin(db);
    await say("one", [await far("grace")]);
    problem = { status: 500 };
    await deliver(db);
    await closeBreaker(at(db, 0.2), domain);
    expect(await known(db)).toMatchObject({ failures: 0, retryAt: null });
    problem = null;
    await deliver(db, 0.2);
    expect(await db.$count(deliveries)).toBe(0);
  });

  test("sends nothing to a server that was suspended meanwhile", async ({ db }) => {
    const { far, say } = await begin(db);
    await say("one", [await far("grace")]);
    await db.insert(domainPolicies).values({ domain, severity: "suspend" });
    await deliver(db);
    expect(arrived).toEqual([]);
    expect(await db.$count(deliveries)).toBe(0);
  });

  test("a job does fifty, and leaves the rest to the next", async ({ db }) => {
    const { far, say } = await begin(db);
    const grace = await far("grace");
    for (let n = 0; n < 60; n++) await say(`${n}`, [grace]);
    await deliver(db);
    expect(arrived).toHaveLength(50);
    expect(await nextJob(db)).not.toBeNull();
    await deliver(db);
    expect(ids()).toEqual(Array.from({ length: 60 }, (_, n) => `${n}`));
  });

  test("one at a time delivers to a server; whoever was killed holds it for a while only", async ({ db }) => {
    const { far, say } = await begin(db);
    await say("one", [await far("grace")]);
    await db.insert(servers).values({ domain, busyUntil: new Date(now.getTime() + MINUTE) });
    await deliver(db);
    expect(arrived).toEqual([]);
    expect(await nextJob(db)).toBe(0);
    await deliver(db, 1);
    expect(ids()).toEqual(["one"]);
    expect(await known(db)).toMatchObject({ busyUntil: null });
  });

  test("goes on with what comes while it is at work, unless the server is to be left alone", async ({
    db,
  }) => {
    const { far, say } = await begin(db);
    const grace = await far("grace");
    await say("one", [grace]);
    answer = (_, response) => void say("two", [grace]).then(() => response.writeHead(202).end());
    await deliver(db);
    expect(await db.$count(deliveries)).toBe(1);
    expect(await nextJob(db)).not.toBeNull();
    answer = (_, response) => void say("three", [grace]).then(() => response.writeHead(500).end());
    await deliver(db);
    expect(await nextJob(db)).toBe(1);
  });

  test("reaches no private address", async ({ db }) => {
    const { far, say } = await begin(db);
    await say("one", [await far("grace")]);
    await deliverTo(at(db), domain, { network: { ...network, mayReach: () => false } });
    expect(arrived).toEqual([]);
    expect(await known(db)).toMatchObject({ problem: "address_refused" });
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
