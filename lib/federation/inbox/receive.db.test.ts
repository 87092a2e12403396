import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, vi } from "vitest";
import type { Database } from "@/db/client";
import { receivedActivities } from "@/db/schema/activities";
import { actorKeys } from "@/db/schema/actor-keys";
import { actors } from "@/db/schema/actors";
import { domainPolicies, servers } from "@/db/schema/servers";
import { createIdentity, createRemoteActor, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context } from "@/lib/core/context";
import type { Document } from "../activity";
import { type Parts, signRfc9421 } from "../signature/testing/signing";
import { addActor, type Peer, type PeerActor, sent, startPeer } from "../testing/peer";
import { takeForwarded } from "./forwarded";
import { handleActivity } from "./handle";
import { countOne, takenIn } from "./limits";
import { receive, refuseKnock } from "./receive";

vi.stubEnv("ALLOW_PRIVATE_NETWORK", "on");

let far: Peer;
let evil: Peer;
beforeAll(async () => {
  [far, evil] = [await startPeer(), await startPeer()];
});
afterAll(() => {
  far.close();
  evil.close();
});
beforeEach(() => {
  for (const { answers, asked } of [far, evil]) {
    answers.clear();
    asked.length = 0;
  }
});

const system = (db: Database, minutes = 0): Context => ({
  db,
  actor: { kind: "system" },
  now: new Date(now.getTime() + minutes * 60_000),
});

/** As the door does it: the key's server first, then everything else. */
async function knock(ctx: Context, request: Request) {
  await refuseKnock(ctx, request.headers);
  const { method, url, headers } = request;
  const body = new Uint8Array(await request.arrayBuffer());
  return receive(ctx, { method, url: new URL(url), headers, body });
}

const send = (
  db: Database,
  by: Pick<PeerActor, "keyUri" | "privateKey">,
  { activity, minutes = 0, ...parts }: { activity: Document | string; minutes?: number } & Partial<Parts>,
) => knock(system(db, minutes), sent(by, activity, { date: now, ...parts }));

const like = (by: { uri: string }, values: Document = {}) => ({
  id: `${by.uri}#likes/1`,
  type: "Like",
  actor: by.uri,
  object: "http://localhost:3000/events/abc",
  ...values,
});
const stored = (db: Database) => db.select().from(receivedActivities).orderBy(receivedActivities.id);
const jobs = async (db: Database, task = "handle-activity") =>
  (await db.execute(sql`select payload, queue_name from graphile_worker._private_jobs jobs
    join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
    left join graphile_worker._private_job_queues queues on queues.id = jobs.job_queue_id
    where identifier = ${task} order by jobs.id`)) as unknown as { payload: unknown; queue_name: string }[];

const accepted = { status: 202, reason: "" };
const refused = (reason: string, status = 401) => ({ status, reason });

describe("what its actor signed", () => {
  test("is stored with the job that handles it, in the queue of its server", async ({ db }) => {
    const grace = addActor(far, "grace");
    const activity = like(grace, {
      "@context": "https://www.w3.org/ns/activitystreams",
      extra: { kept: [1] },
    });
    expect(await send(db, grace, { activity })).toEqual(accepted);

    const [row, ...others] = await stored(db);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      actorUri: grace.uri,
      activityUri: activity.id,
      type: "Like",
      body: activity,
    });
    expect(row).toMatchObject({ receivedAt: now, handledAt: null, outcome: null });
    expect(await jobs(db)).toEqual([{ payload: { receivedId: row!.id }, queue_name: `from:${far.host}` }]);
    const [server] = await db.select().from(servers).where(eq(servers.domain, far.host));
    expect(server?.receivedAt).toEqual(now);
  });

  test("is stored once, however often it comes; other bytes under the same id are something else", async ({
    db,
  }) => {
    const grace = addActor(far, "grace");
    for (let time = 0; time < 3; time++)
      expect(await send(db, grace, { activity: like(grace), minutes: time })).toEqual(accepted);
    expect(await stored(db)).toHaveLength(1);
    expect(await jobs(db)).toHaveLength(1);
    await send(db, grace, { activity: like(grace, { updated: "later" }) });
    expect(await stored(db)).toHaveLength(2);
    expect(far.asked).toEqual(["/users/grace"]);
  });

  test("is read in each of the ways to write it", async ({ db }) => {
    const grace = addActor(far, "grace");
    const activity = { ...like(grace), type: ["as:Like"], actor: { id: grace.uri, type: "Person" } };
    expect(await send(db, grace, { activity })).toEqual(accepted);
    expect(await send(db, grace, { activity: { type: "Leave", actor: grace.uri, object: "x" } })).toEqual(
      accepted,
    );
    const rows = await stored(db);
    expect(rows.map(({ type }) => type)).toEqual(["Like", "Leave"]);
    expect(rows[0]?.body).toMatchObject({ type: "Like", actor: grace.uri });
    expect(rows[1]?.activityUri).toMatch(new RegExp(`^${grace.uri}#received-`));
  });

  test("may be signed as in RFC 9421", async ({ db }) => {
    const grace = addActor(far, "grace");
    const signing = {
      url: "http://localhost:3000/inbox",
      body: JSON.stringify(like(grace)),
      date: now,
      ...grace,
    };
    expect(await knock(system(db), signRfc9421(signing))).toEqual(accepted);
    const parts = { ...signing, headers: { "content-digest": "sha-256=:AAAA:" } };
    expect(await knock(system(db), signRfc9421(parts))).toEqual(refused("digest_differs"));
    expect(await stored(db)).toHaveLength(1);
  });

  test("may hold signs that the database cannot keep", async ({ db }) => {
    const grace = addActor(far, "grace");
    const activity = `{"id":"${grace.uri}#1","type":"Like","actor":"${grace.uri}","content":"a\\u0000b\\ud800c"}`;
    expect(await send(db, grace, { activity })).toEqual(accepted);
    expect((await stored(db))[0]?.body).toMatchObject({ content: "ab\ufffdc" });
  });

  test("is believed with the key that stands at an address of its own (GoToSocial)", async ({ db }) => {
    const grace = addActor(far, "grace");
    const keyUri = `${grace.uri}/main-key`;
    const publicKey = { ...(grace.document.publicKey as Document), id: keyUri };
    far.answers.set("/users/grace", { ...grace.document, publicKey });
    far.answers.set("/users/grace/main-key", {
      id: grace.uri,
      type: "Person",
      preferredUsername: "grace",
      publicKey,
    });
    expect(await send(db, { ...grace, keyUri }, { activity: like(grace) })).toEqual(accepted);
    expect(await stored(db)).toHaveLength(1);
  });
});

describe("a key that was changed", () => {
  test("is asked for once more", async ({ db }) => {
    const grace = addActor(far, "grace", { pair: 1 });
    const { id } = await createRemoteActor(db, { uri: grace.uri, handle: "grace", domain: far.host });
    const old = addActor(far, "old");
    const publicPem = (old.document.publicKey as Document).publicKeyPem as string;
    await db.insert(actorKeys).values({ uri: grace.keyUri, actorId: id, publicPem });

    expect(await send(db, grace, { activity: like(grace) })).toEqual(accepted);
    expect(far.asked).toEqual(["/users/grace"]);
    const forged = { ...grace, privateKey: old.privateKey };
    expect(await send(db, forged, { activity: like(grace, { id: `${grace.uri}#2` }) })).toEqual(
      refused("signature_wrong"),
    );
    expect(await stored(db)).toHaveLength(1);
  });
});

describe("what somebody else hands on", () => {
  const create = (grace: PeerActor, values: Document = {}) => ({
    id: `${far.origin}/notes/1/activity`,
    type: "Create",
    actor: grace.uri,
    object: { id: `${far.origin}/notes/1`, type: "Note", attributedTo: grace.uri, content: "Forged" },
    ...values,
  });
  const forward = async (db: Database, activity: Document) => {
    const relay = addActor(evil, "relay");
    expect(await send(db, relay, { activity })).toEqual(accepted);
    expect(await stored(db)).toEqual([]);
    const [job] = await jobs(db, "take-forwarded");
    expect(job?.queue_name).toBe(`forwarded:${evil.host}`);
    expect(JSON.stringify(job)).not.toContain("Forged");
    await takeForwarded(system(db), job!.payload as never);
    return stored(db);
  };

  test("is asked for at its own server, and stored as that shows it", async ({ db }) => {
    const grace = addActor(far, "grace");
    const own = create(grace, { object: { id: `${far.origin}/notes/1`, type: "Note", content: "Mine" } });
    far.answers.set("/notes/1/activity", own);
    expect(await forward(db, create(grace))).toMatchObject([
      { actorUri: grace.uri, type: "Create", body: own },
    ]);
  });

  test("is its object in its owner's name, where the activity is not shown", async ({ db }) => {
    const grace = addActor(far, "grace");
    const object = { id: `${far.origin}/notes/1`, type: "Note", attributedTo: grace.uri, content: "Mine" };
    far.answers.set("/notes/1", object);
    expect(await forward(db, create(grace))).toMatchObject([
      { actorUri: grace.uri, activityUri: object.id, type: "Create", body: { object } },
    ]);
  });

  test("is nothing where its own server knows nothing of it, or says that it is of another server", async ({
    db,
  }) => {
    const grace = addActor(far, "grace");
    const mallory = addActor(evil, "mallory");
    far.answers.set("/notes/1", { id: `${far.origin}/notes/1`, type: "Note", attributedTo: mallory.uri });
    expect(await forward(db, create(grace))).toEqual([]);
    expect(await forward(db, create(grace, { type: "Announce" }))).toEqual([]);
  });

  test("is a deletion only if the thing is gone there", async ({ db }) => {
    const grace = addActor(far, "grace");
    const gone = { type: "Delete", object: `${far.origin}/notes/1` };
    expect(await forward(db, create(grace, gone))).toMatchObject([{ type: "Delete", actorUri: grace.uri }]);
  });

  test("is no deletion while the thing is there", async ({ db }) => {
    const grace = addActor(far, "grace");
    far.answers.set("/notes/1", { id: `${far.origin}/notes/1`, type: "Note", attributedTo: grace.uri });
    expect(await forward(db, create(grace, { type: "Delete", object: `${far.origin}/notes/1` }))).toEqual([]);
  });
});

describe("a hostile peer", () => {
  test("cannot sign for others with a key of its own", async ({ db }) => {
    const [grace, mallory] = [addActor(far, "grace"), addActor(evil, "mallory")];
    // The key claims to be Grace's.
    const claimed = { ...(mallory.document.publicKey as Document), owner: grace.uri };
    evil.answers.set("/users/mallory", { ...mallory.document, publicKey: claimed });
    expect(await send(db, mallory, { activity: like(grace) })).toEqual(refused("signer_unknown"));
    // A document of the other origin that it hands out as its own.
    evil.answers.set("/users/mallory", { ...grace.document, publicKey: claimed });
    const again = { ...mallory, keyUri: `${evil.origin}/users/mallory#other-key` };
    expect(await send(db, again, { activity: like(grace) })).toEqual(refused("signer_unknown"));
    expect(await stored(db)).toEqual([]);
  });

  test("cannot take over a key's address by sending on from there, or to there", async ({ db }) => {
    const [grace, mallory] = [addActor(far, "grace"), addActor(evil, "mallory")];
    far.answers.set("/moved", (_, response) => response.writeHead(302, { location: mallory.uri }).end());
    const moved = { ...mallory, keyUri: `${far.origin}/moved#main-key` };
    expect(await send(db, moved, { activity: like(grace) })).toEqual(refused("signer_unknown"));
    evil.answers.set("/to", (_, response) => response.writeHead(302, { location: grace.uri }).end());
    const to = { ...mallory, keyUri: `${evil.origin}/to#main-key` };
    expect(await send(db, to, { activity: like(grace) })).toEqual(refused("signer_unknown"));
    expect(await stored(db)).toEqual([]);
  });

  test("cannot use ids of another server", async ({ db }) => {
    const [grace, mallory] = [addActor(far, "grace"), addActor(evil, "mallory")];
    const stolen = like(mallory, { id: `${far.origin}/notes/1` });
    expect(await send(db, mallory, { activity: stolen })).toEqual(refused("id_of_another_server", 403));
    expect(await send(db, mallory, { activity: like(grace, { id: `${evil.origin}/1` }) })).toEqual(
      refused("id_of_another_server", 403),
    );
    expect(await stored(db)).toEqual([]);
  });

  test("cannot speak for us", async ({ db }) => {
    const ada = await createIdentity(db);
    const mallory = addActor(evil, "mallory");
    const ours = { ...mallory, keyUri: `${ada.uri}#main-key` };
    expect(await send(db, ours, { activity: like(ada) })).toEqual(refused("signer_unknown"));
    expect(await send(db, mallory, { activity: like(ada) })).toEqual(accepted);
    expect(await stored(db)).toEqual([]);
    expect(await jobs(db, "take-forwarded")).toEqual([]);
  });

  test("cannot change the body, send it elsewhere, or send it again tomorrow", async ({ db }) => {
    const grace = addActor(far, "grace");
    const request = sent(grace, like(grace), { date: now });
    const { headers, method } = request;
    const other = {
      method,
      headers,
      url: new URL(request.url),
      body: Buffer.from(JSON.stringify(like(grace, { x: 1 }))),
    };
    expect(await receive(system(db), other)).toEqual(refused("digest_differs"));
    const body = new Uint8Array(await request.arrayBuffer());
    const url = new URL("http://localhost:3000/@ada/inbox");
    expect(await receive(system(db), { method, headers, url, body })).toEqual(refused("signature_wrong"));
    expect(await send(db, grace, { activity: like(grace), minutes: 61 })).toEqual(
      refused("signature_not_timely"),
    );
    expect(await stored(db)).toEqual([]);
  });

  test.for([
    ["nothing", ""],
    ["no JSON", "<html>"],
    ["a list", "[]"],
    ["no actor", '{"id":"https://a.example/1","type":"Like"}'],
    [
      "two actors",
      '{"id":"https://a.example/1","type":"Like","actor":["https://a.example/a","https://b.example/b"]}',
    ],
    ["no type", '{"id":"https://a.example/1","actor":"https://a.example/a"}'],
    ["an odd actor", '{"id":"https://a.example/1","type":"Like","actor":"javascript:alert(1)"}'],
    [
      "an endless id",
      JSON.stringify({
        type: "Like",
        actor: "https://a.example/a",
        id: `https://a.example/${"x".repeat(2400)}`,
      }),
    ],
    ["deep JSON", `{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`],
    ["a long list", JSON.stringify({ type: "Like", actor: "https://a.example/a", to: Array(1001).fill(1) })],
    ["broken UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
  ])("is told that %s is not read, and nobody is asked", async ([, body = ""], { db }) => {
    const bytes = typeof body === "string" ? Buffer.from(body) : body;
    const request = {
      method: "POST",
      url: new URL("http://localhost:3000/inbox"),
      headers: new Headers(),
      body: bytes,
    };
    expect(await receive(system(db), request)).toEqual(refused("activity_not_readable", 400));
  });

  test("gets no answer worth having from a server that is down or slow to name its key", async ({ db }) => {
    const grace = addActor(far, "grace");
    far.answers.set("/users/grace", (_, response) => response.writeHead(500).end());
    expect(await send(db, grace, { activity: like(grace) })).toEqual(refused("signer_unreachable", 503));
    // Not asked again at once.
    expect(await send(db, grace, { activity: like(grace) })).toEqual(refused("signer_unreachable", 503));
    expect(far.asked).toEqual(["/users/grace"]);
  });

  test("cannot flood us", async ({ db }) => {
    const large = await startPeer();
    onTestFinished(large.close);
    const grace = addActor(large, "grace");
    expect(await send(db, grace, { activity: like(grace) })).toEqual(accepted);
    for (let count = 0; count < takenIn.atOnce; count++) countOne(takenIn, large.host, now);
    const more = like(grace, { id: `${grace.uri}#2` });
    expect(await send(db, grace, { activity: more })).toEqual(refused("too_much_at_once", 429));
    expect(await stored(db)).toHaveLength(1);
    expect(await send(db, grace, { activity: more, minutes: 2 })).toEqual(accepted);
  });
});

describe("a suspended server", () => {
  test("is refused before anything else, also below its name, and for what others hand on", async ({
    db,
  }) => {
    const [grace, mallory] = [addActor(far, "grace"), addActor(evil, "mallory")];
    await db.insert(domainPolicies).values({ domain: far.host, severity: "suspend" });
    const suspended = { code: "forbidden", reason: "server_suspended" };
    await expect(send(db, grace, { activity: "not even read" })).rejects.toMatchObject(suspended);
    await expect(send(db, mallory, { activity: like(grace) })).rejects.toMatchObject(suspended);
    expect([far.asked, evil.asked]).toEqual([[], []]);
    expect(await stored(db)).toEqual([]);
  });

  test("is not heard about what came before", async ({ db }) => {
    const grace = addActor(far, "grace");
    await send(db, grace, { activity: like(grace) });
    // What was decided is remembered for some seconds, for each connection on its own.
    const suspended = await db.transaction(async (tx) => {
      await tx.insert(domainPolicies).values({ domain: far.host, severity: "suspend" });
      const [row] = await stored(tx);
      await handleActivity(system(tx), row!.id);
      return stored(tx);
    });
    expect(suspended).toMatchObject([{ outcome: "refused", reason: "server_suspended", handledAt: now }]);
  });

  test("is another one than one that is silenced", async ({ db }) => {
    const grace = addActor(far, "grace");
    await db.insert(domainPolicies).values({ domain: far.host, severity: "silence" });
    expect(await send(db, grace, { activity: like(grace) })).toEqual(accepted);
  });
});

describe("a farewell", () => {
  const farewell = (by: PeerActor) => ({
    id: `${by.uri}#delete`,
    type: "Delete",
    actor: by.uri,
    object: by.uri,
  });

  test("of somebody who was never heard of costs nothing", async ({ db }) => {
    const grace = addActor(far, "grace");
    expect(await send(db, grace, { activity: farewell(grace) })).toEqual(accepted);
    expect(far.asked).toEqual([]);
    expect(await stored(db)).toEqual([]);
  });

  test("of somebody who is known counts", async ({ db }) => {
    const grace = addActor(far, "grace");
    await send(db, grace, { activity: like(grace) });
    far.answers.set("/users/grace", (_, response) => response.writeHead(410).end());
    expect(await send(db, grace, { activity: farewell(grace) })).toEqual(accepted);
    expect((await stored(db)).map(({ type }) => type)).toEqual(["Like", "Delete"]);
  });

  test("must be signed by them", async ({ db }) => {
    const [grace, mallory] = [addActor(far, "grace"), addActor(evil, "mallory")];
    await send(db, grace, { activity: like(grace) });
    await send(db, mallory, { activity: { ...farewell(grace) } });
    expect((await stored(db)).map(({ type }) => type)).toEqual(["Like"]);
    expect(await db.select().from(actors).where(eq(actors.uri, grace.uri))).toMatchObject([
      { deletedAt: null },
    ]);
  });
});
