import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { receivedActivities } from "@/db/schema/activities";
import { createIdentity } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { addActor, type Peer, sent, startPeer } from "@/lib/federation/testing/peer";
import { answerAtDesk } from "./inbox-desk";
import { handToInbox, openInbox } from "./inbox-path";

vi.stubEnv("ALLOW_PRIVATE_NETWORK", "on");
const pool = vi.hoisted(() => ({ db: undefined as Database | undefined }));
vi.mock("@/lib/core/database", () => ({ connection: () => pool }));

const server = createServer((request, response) => {
  if (!handToInbox(request, response)) response.writeHead(418).end();
});
let far: Peer;
let origin: string;
beforeAll(async () => {
  far = await startPeer();
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  openInbox(answerAtDesk);
});
afterAll(() => {
  far.close();
  server.closeAllConnections();
  server.close();
});
beforeEach<{ db: Database }>(({ db }) => {
  pool.db = db;
});

/** The public address is another than the one it comes to, as behind a proxy. */
async function knock(path: string, minutes = 0) {
  const grace = addActor(far, "grace");
  const activity = { id: `${grace.uri}#1`, type: "Like", actor: grace.uri, object: "x" };
  const date = new Date(Date.now() + minutes * 60_000);
  const signed = sent(grace, activity, { date, url: `http://localhost:3000${path}` });
  return fetch(origin + path, {
    method: "POST",
    headers: withoutHost(signed.headers),
    body: await signed.text(),
  });
}

const withoutHost = (headers: Headers) => {
  const others = new Headers(headers);
  others.delete("host");
  return others;
};

describe("the desk", () => {
  test("takes in what is signed for the public address, with the headers of every answer", async ({ db }) => {
    const answer = await knock("/inbox");
    expect(answer.status).toBe(202);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
    expect(await db.select().from(receivedActivities)).toHaveLength(1);
    expect((await knock("/inbox?x=1")).status).toBe(202);
    expect((await knock("/inbox", -90)).status).toBe(401);
  });

  test("knows inboxes of identities and of the server, and leaves all else to Next", async ({ db }) => {
    await createIdentity(db, { handle: "ada" });
    for (const path of ["/@ada/inbox", "/relay/inbox"]) expect((await knock(path)).status).toBe(202);
    expect((await knock("/@nobody/inbox")).status).toBe(404);
    for (const path of ["/", "/inbox/x", "/@ada", "/@ada/x/inbox"])
      expect((await knock(path)).status).toBe(418);
    expect((await fetch(`${origin}/inbox`)).status).toBe(418);
  });

  test("hangs up on whoever sends too much", async () => {
    const grace = addActor(far, "grace");
    const headers = {
      "content-type": "application/activity+json",
      signature: `keyId="${grace.keyUri}"`,
      "content-length": 2_000_000,
    };
    const answered = Promise.withResolvers<{ status?: number; connection?: string }>();
    const request = ask(`${origin}/inbox`, { method: "POST", headers }, ({ statusCode: status, headers }) =>
      answered.resolve({ status, connection: headers.connection }),
    );
    request.on("error", () => {});
    request.write("{");
    expect(await answered.promise).toEqual({ status: 413, connection: "close" });
    request.destroy();
  });
});
