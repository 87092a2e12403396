import { eq } from "drizzle-orm";
import { describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { actorKeys } from "@/db/schema/actor-keys";
import { servers } from "@/db/schema/servers";
import { createRemoteActor, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Document } from "../activity";
import { signRfc9421 } from "../signature/testing/signing";
import { accepted, jobs, knock, like, refused, send, stored, system, withPeers } from "../testing/knocking";
import { addActor, type Peer, type PeerActor } from "../testing/peer";
import { takeForwarded } from "./forwarded";
import { queueOf } from "./store";

vi.stubEnv("ALLOW_PRIVATE_NETWORK", "on");

let far: Peer;
let evil: Peer;
withPeers((both) => {
  [far, evil] = both;
});

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
    expect(await jobs(db)).toEqual([{ payload: { receivedId: row!.id }, queue_name: queueOf(far.host) }]);
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
