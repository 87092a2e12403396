import { afterAll, beforeAll, beforeEach, describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { receivedActivities } from "@/db/schema/activities";
import { actorKeys } from "@/db/schema/actor-keys";
import { actors } from "@/db/schema/actors";
import { domainPolicies } from "@/db/schema/servers";
import { createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context } from "@/lib/core/context";
import { signingKeyOf } from "@/lib/federation/keys";
import { addActor, type Peer, type PeerActor, sent, startPeer } from "@/lib/federation/testing/peer";
import { handler } from "./handler";
import { answerKnock } from "./inbox-route";

vi.stubEnv("ALLOW_PRIVATE_NETWORK", "on");

let far: Peer;
let grace: PeerActor;
beforeAll(async () => {
  far = await startPeer();
});
afterAll(() => far.close());
beforeEach(() => {
  far.asked.length = 0;
  grace = addActor(far, "grace");
});

const ctx = (db: Database): Context => ({ db, actor: { kind: "system" }, now });
const like = () => ({ id: `${grace.uri}#1`, type: "Like", actor: grace.uri, object: "x" });
const knock = (db: Database, request: Request) =>
  handler((asked) => answerKnock(ctx(db), asked))(request, { params: Promise.resolve({}) });
const stored = (db: Database) => db.select().from(receivedActivities);
/** A request whose body is not a string, as Node hands them on. */
const streamed = (body: ReadableStream | string, headers: Record<string, string> = {}) =>
  new Request("http://localhost:3000/inbox", {
    method: "POST",
    body,
    headers: {
      "content-type": "application/activity+json",
      signature: `keyId="${grace.keyUri}"`,
      ...headers,
    },
    duplex: "half",
  } as RequestInit);

describe("the inbox of all", () => {
  test("answers 202 and nothing else", async ({ db }) => {
    const answer = await knock(db, sent(grace, like(), { date: now }));
    expect([answer.status, await answer.text()]).toEqual([202, ""]);
    expect(await stored(db)).toHaveLength(1);
  });

  test("says in a sentence why a signature is not believed", async ({ db }) => {
    const answer = await knock(db, sent(grace, like(), { date: new Date(now.getTime() - 7_200_000) }));
    expect([answer.status, await answer.text()]).toEqual([401, "The date is too long ago, or not yet.\n"]);
    const unsigned = streamed("{}");
    unsigned.headers.delete("signature");
    expect((await knock(db, unsigned)).status).toBe(401);
    expect(await stored(db)).toEqual([]);
  });

  test("refuses suspended servers with 403", async ({ db }) => {
    await db.insert(domainPolicies).values({ domain: "127.0.0.1", severity: "suspend" });
    expect((await knock(db, sent(grace, like(), { date: now }))).status).toBe(403);
    expect(far.asked).toEqual([]);
  });

  test("takes activities alone", async ({ db }) => {
    for (const type of ["application/json", "text/html", ""])
      expect((await knock(db, streamed("{}", { "content-type": type }))).status).toBe(415);
    expect((await knock(db, streamed("{}", { "content-encoding": "gzip" }))).status).toBe(415);
    expect((await knock(db, streamed("{"))).status).toBe(400);
  });

  test("reads no more than a megabyte, whatever length is told", async ({ db }) => {
    expect((await knock(db, streamed("{}", { "content-length": "1048577" }))).status).toBe(413);
    let given = 0;
    const endless = new ReadableStream({
      pull(controller) {
        given += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    expect((await knock(db, streamed(endless))).status).toBe(413);
    expect(given).toBeLessThan(2_000_000);
  });

  test("lets whoever comes in vain wait, and nobody else", async ({ db }) => {
    const from = { "x-forwarded-for": "192.0.2.7" };
    const statuses = [];
    for (let count = 0; count < 62; count++) statuses.push((await knock(db, streamed("{", from))).status);
    expect(statuses.slice(0, 60)).not.toContain(429);
    const answer = await knock(db, streamed("{", from));
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "60"]);
    expect((await knock(db, streamed("{", { "x-forwarded-for": "192.0.2.8" }))).status).toBe(400);
  });
});

describe("the inbox of one", () => {
  const to = (path: string) => sent(grace, like(), { date: now, url: `http://localhost:3000${path}` });

  test("takes in what is for somebody who is here, or for the server", async ({ db }) => {
    await createIdentity(db, { handle: "ada" });
    for (const path of ["/@ada/inbox", "/relay/inbox"]) expect((await knock(db, to(path))).status).toBe(202);
    expect(await stored(db)).toHaveLength(1);
  });

  test("is not there for nobody, and gone with who is gone", async ({ db }) => {
    expect((await knock(db, to("/@nobody/inbox"))).status).toBe(404);
    await createIdentity(db, { handle: "ada" });
    await db.update(actors).set({ deletedAt: now });
    expect((await knock(db, to("/@ada/inbox"))).status).toBe(410);
    expect(await stored(db)).toEqual([]);
  });

  test("of somebody whom only participants see is there once they acted elsewhere", async ({ db }) => {
    const ada = await createIdentity(db, { handle: "ada", visibility: "participants" });
    expect((await knock(db, to("/@ada/inbox"))).status).toBe(404);
    await signingKeyOf(ctx(db), ada);
    expect(await db.select().from(actorKeys)).toHaveLength(1);
    expect((await knock(db, to("/@ada/inbox"))).status).toBe(202);
  });
});
