import { eq } from "drizzle-orm";
import { describe, expect, onTestFinished, vi } from "vitest";
import { actors } from "@/db/schema/actors";
import { domainPolicies } from "@/db/schema/servers";
import { createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Document } from "../activity";
import { accepted, jobs, like, refused, send, stored, system, withPeers } from "../testing/knocking";
import { addActor, type Peer, type PeerActor, sent, startPeer } from "../testing/peer";
import { takeFarewell } from "./farewell";
import { handleActivity } from "./handle";
import { countOne, handedOn, takenIn } from "./limits";
import { receive } from "./receive";

vi.stubEnv("ALLOW_PRIVATE_NETWORK", "on");

let far: Peer;
let evil: Peer;
withPeers((both) => {
  [far, evil] = both;
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

  test("cannot fill our disk with few words of a megabyte, nor let us ask others for ever", async ({
    db,
  }) => {
    const large = await startPeer();
    onTestFinished(large.close);
    const [grace, mallory] = [addActor(large, "grace"), addActor(evil, "mallory")];
    const long = (id: number) => like(grace, { id: `${grace.uri}#${id}`, content: "x".repeat(1_000_000) });
    const answers = [];
    for (let id = 0; id < 18; id++) answers.push((await send(db, grace, { activity: long(id) })).status);
    expect(answers.indexOf(429)).toBe(17);

    for (let count = 0; count < handedOn.atOnce; count++) countOne(handedOn, large.host, now);
    const ofOthers = { activity: like(mallory), minutes: 1 };
    expect(await send(db, grace, ofOthers)).toEqual(accepted);
    for (let count = 0; count < handedOn.perMinute; count++)
      countOne(handedOn, large.host, new Date(now.getTime() + 60_000));
    expect(await send(db, grace, ofOthers)).toEqual(refused("too_much_at_once", 429));
    expect(await jobs(db, "take-forwarded")).toHaveLength(1);
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

  test("that nobody can have signed any more is asked for at home, and holds only if they are gone for good there", async ({
    db,
  }) => {
    const grace = addActor(far, "grace");
    await send(db, grace, { activity: like(grace) });
    const unseen = { ...grace, keyUri: `${grace.uri}#new-key` };
    const answer = (status: number) =>
      far.answers.set("/users/grace", (_, response) => response.writeHead(status).end());
    answer(404);
    for (const _ of [1, 2]) expect(await send(db, unseen, { activity: farewell(grace) })).toEqual(accepted);
    expect((await stored(db)).map(({ type }) => type)).toEqual(["Like"]);
    const [known, ...others] = await db.select().from(actors).where(eq(actors.uri, grace.uri));
    expect(others).toEqual([]);
    expect(await jobs(db, "take-farewell")).toMatchObject([{ payload: { actorId: known!.id } }]);
    const isGone = async () => {
      await takeFarewell(system(db), known!.id);
      const [now] = await db.select().from(actors).where(eq(actors.uri, grace.uri));
      return now!.deletedAt !== null;
    };
    expect(await isGone()).toBe(false);
    answer(503);
    await expect(isGone()).rejects.toThrow("503");
    far.answers.set("/users/grace", (_, response) =>
      response.writeHead(302, { location: `${evil.origin}/gone` }).end(),
    );
    evil.answers.set("/gone", (_, response) => response.writeHead(410).end());
    expect(await isGone()).toBe(false);
    addActor(far, "grace");
    expect(await isGone()).toBe(false);
    answer(410);
    expect(await isGone()).toBe(true);
    expect(await jobs(db, "forget-actor")).toHaveLength(1);
    await takeFarewell(system(db), known!.id);
    expect(await jobs(db, "forget-actor")).toHaveLength(1);
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
