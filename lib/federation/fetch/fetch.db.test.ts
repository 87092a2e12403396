import type { ServerResponse } from "node:http";
import type { LookupFunction } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { actorKeys } from "@/db/schema/actor-keys";
import { domainPolicies } from "@/db/schema/servers";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { env } from "@/lib/core/env";
import { publicKeyOf } from "../signature/public-key";
import { readSignature } from "../signature/read";
import { type Peer, startPeer } from "../testing/peer";
import { fetchCollection } from "./collection";
import { fetchDocument } from "./document";
import { findUriByHandle } from "./webfinger";

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
  env().ALLOW_PRIVATE_NETWORK = "on";
  for (const { answers, asked } of [far, evil]) {
    answers.clear();
    asked.length = 0;
  }
});

const asking = (db: Database) => ({ db, now });
const notReadable = { code: "conflict", reason: "document_not_readable" };
const gone = { code: "not_found", reason: "document_gone" };
const at = (peer: Peer, path: string) => `${peer.origin}${path}`;
const note = (peer: Peer, path: string) => ({ id: at(peer, path), type: "Note" });
const raw =
  (status: number, headers: Record<string, string> = {}, body: string | Buffer = "") =>
  (_: unknown, response: ServerResponse) =>
    response.writeHead(status, headers).end(body);
const json = { "content-type": "application/activity+json" };

describe("fetchDocument", () => {
  test("asks as a server does, signed by the server's own actor", async ({ db }) => {
    let seen: Headers | undefined;
    far.answers.set("/notes/1", (request, response) => {
      seen = new Headers(request.headers as Record<string, string>);
      raw(200, json, JSON.stringify(note(far, "/notes/1")))(request, response);
    });
    expect(await fetchDocument(asking(db), at(far, "/notes/1#a"))).toEqual(note(far, "/notes/1"));
    expect(seen?.get("accept")).toBe(
      'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
    );
    const url = new URL(at(far, "/notes/1"));
    const claim = readSignature({ method: "GET", url, headers: seen!, body: null }, new Date());
    const [key] = await db.select().from(actorKeys);
    expect(claim).toMatchObject({ keyUri: key?.uri });
    expect(key?.uri).toMatch(/^http:\/\/localhost:3000\/relay#/);
    expect("isMadeWith" in claim && claim.isMadeWith(publicKeyOf(key!.publicPem)!)).toBe(true);
  });

  test("asks again by the id that is told, and that one counts", async ({ db }) => {
    far.answers.set("/@grace/1", note(far, "/notes/1"));
    far.answers.set("/notes/1", { ...note(far, "/notes/1"), content: "its own" });
    expect(await fetchDocument(asking(db), at(far, "/@grace/1"))).toMatchObject({ content: "its own" });
    expect(far.asked).toEqual(["/@grace/1", "/notes/1"]);
  });

  test("believes no server about documents of another", async ({ db }) => {
    evil.answers.set("/notes/1", { ...note(far, "/notes/1"), content: "forged" });
    await expect(fetchDocument(asking(db), at(evil, "/notes/1"))).rejects.toMatchObject(gone);
    far.answers.set("/notes/1", { ...note(far, "/notes/1"), content: "its own" });
    expect(await fetchDocument(asking(db), at(evil, "/notes/1"))).toMatchObject({ content: "its own" });
  });

  test("a redirect moves no ownership", async ({ db }) => {
    // From there to here: the document is of where it was found.
    far.answers.set("/away", raw(302, { location: at(evil, "/notes/1") }));
    evil.answers.set("/notes/1", note(evil, "/notes/1"));
    expect(await fetchDocument(asking(db), at(far, "/away"))).toEqual(note(evil, "/notes/1"));
    // It claims to be of where it was asked for: there it leads away again.
    evil.answers.set("/notes/2", note(far, "/away2"));
    far.answers.set("/away2", raw(302, { location: at(evil, "/notes/2") }));
    await expect(fetchDocument(asking(db), at(far, "/away2"))).rejects.toMatchObject(notReadable);
  });

  test.for([
    ["a page", raw(200, { "content-type": "text/html" }, "<html>")],
    ["plain JSON", raw(200, { "content-type": "application/json" }, "{}")],
    ["JSON-LD of any kind", raw(200, { "content-type": "application/ld+json" }, '{"id":"x"}')],
    ["no JSON", raw(200, json, "{")],
    ["a list", raw(200, json, "[]")],
    ["no id", raw(200, json, "{}")],
    ["too much", raw(200, json, `{"a":"${"x".repeat(1024 * 1024)}"}`)],
    ["deep JSON", raw(200, json, `{"a":${"[".repeat(5000)}${"]".repeat(5000)}}`)],
    ["no permission", raw(403)],
    ["a circle", raw(302, { location: "/x" })],
    ["a lead to a file", raw(302, { location: "file:///etc/passwd" })],
  ] as const)("cannot read %s", async ([, answer], { db }) => {
    far.answers.set("/x", answer);
    await expect(fetchDocument(asking(db), at(far, "/x"))).rejects.toMatchObject(notReadable);
  });

  test("knows what is gone from what may come back", async ({ db }) => {
    for (const status of [404, 410]) {
      far.answers.set("/x", raw(status));
      await expect(fetchDocument(asking(db), at(far, "/x"))).rejects.toMatchObject(gone);
    }
    for (const status of [500, 502, 429, 408]) {
      far.answers.set("/x", raw(status));
      const failed = fetchDocument(asking(db), at(far, "/x"));
      await expect(failed).rejects.not.toHaveProperty("code");
    }
    far.answers.set("/x", (request) => request.socket.destroy());
    await expect(fetchDocument(asking(db), at(far, "/x"))).rejects.toThrow("unreachable");
  });

  test("asks once more without its query in the signature, for servers that leave it out", async ({ db }) => {
    far.answers.set("/x?page=2", (request, response) => {
      const headers = new Headers(request.headers as Record<string, string>);
      const url = new URL(at(far, "/x"));
      const claim = readSignature({ method: "GET", url, headers, body: null }, new Date());
      void db
        .select()
        .from(actorKeys)
        .then(([key]) => {
          const isFine = "isMadeWith" in claim && claim.isMadeWith(publicKeyOf(key!.publicPem)!);
          const document = { id: at(far, "/x?page=2"), type: "Note" };
          raw(isFine ? 200 : 401, json, JSON.stringify(document))(request, response);
        });
    });
    expect(await fetchDocument(asking(db), at(far, "/x?page=2"))).toMatchObject({ type: "Note" });
    expect(far.asked).toHaveLength(2);
  });
});

describe("addresses", () => {
  test.for([
    "http://127.0.0.1:PORT/x",
    "http://[::1]:PORT/x",
    "http://0x7f.1:PORT/x",
    "http://localhost:PORT/x",
    "http://169.254.169.254/latest",
    "https://user@far.example/",
    "ftp://far.example/",
  ])("%s is out of reach", async (address, { db }) => {
    env().ALLOW_PRIVATE_NETWORK = "off";
    const { port } = new URL(far.origin);
    await expect(fetchDocument(asking(db), address.replace("PORT", port))).rejects.toMatchObject(notReadable);
    expect(far.asked).toEqual([]);
  });

  test("a server cannot lead to our own network, nor change where its name leads", async ({ db }) => {
    const outside = { mayReach: (address: string) => address === "127.0.0.1" };
    const answers = ["127.0.0.1", "10.0.0.7", "127.0.0.1", "10.0.0.7"];
    const lookup: LookupFunction = (_host, _options, done) =>
      done(null, [{ address: answers.shift() ?? "10.0.0.7", family: 4 }]);
    const network = { ...outside, lookup };
    const { port } = new URL(far.origin);
    const id = `http://rebinding.example:${port}/x`;
    far.answers.set("/x", { id, type: "Note" });
    expect(await fetchDocument(asking(db), id, { network })).toMatchObject({ id });
    await expect(fetchDocument(asking(db), id, { network })).rejects.toMatchObject(notReadable);

    far.answers.set("/y", raw(302, { location: "http://10.0.0.7/secret" }));
    await expect(fetchDocument(asking(db), at(far, "/y"), { network })).rejects.toMatchObject(notReadable);
  });

  test("a suspended server is asked nothing, not even by the lead of another", async ({ db }) => {
    await db.insert(domainPolicies).values({ domain: far.host, severity: "suspend" });
    const suspended = { reason: "server_suspended" };
    await expect(fetchDocument(asking(db), at(far, "/x"))).rejects.toMatchObject(suspended);
    evil.answers.set("/x", raw(302, { location: at(far, "/x") }));
    await expect(fetchDocument(asking(db), at(evil, "/x"))).rejects.toMatchObject(suspended);
    evil.answers.set("/y", note(far, "/y"));
    await expect(fetchDocument(asking(db), at(evil, "/y"))).rejects.toMatchObject(suspended);
    await expect(findUriByHandle({ db }, `grace@${far.host}`)).rejects.toMatchObject(suspended);
    expect(far.asked).toEqual([]);
  });
});

describe("fetchCollection", () => {
  const collect = (db: Database, most = 10) => fetchCollection(asking(db), at(far, "/c"), { most });
  const page = (path: string, orderedItems: unknown[], next?: string) => ({
    id: at(far, path),
    type: "OrderedCollectionPage",
    orderedItems,
    ...(next && { next }),
  });

  test("reads what stands in it, or in its pages, in the first or behind it", async ({ db }) => {
    far.answers.set("/c", { id: at(far, "/c"), type: "Collection", items: ["a", "b"] });
    expect(await collect(db)).toEqual(["a", "b"]);
    far.answers.set("/c", { id: at(far, "/c"), first: page("/c?page=1", [1, 2], at(far, "/c?page=2")) });
    far.answers.set("/c?page=2", page("/c?page=2", [3], at(far, "/c?page=3")));
    far.answers.set("/c?page=3", page("/c?page=3", [], at(far, "/c?page=4")));
    expect(await collect(db)).toEqual([1, 2, 3]);
    expect(await collect(db, 2)).toEqual([1, 2]);
    expect(far.asked).not.toContain("/c?page=4");
  });

  test("is read no longer where its server takes its time", async ({ db }) => {
    far.answers.set("/c", { id: at(far, "/c"), first: page("/c?page=1", [1], at(far, "/c?page=2")) });
    far.answers.set("/c?page=2", page("/c?page=2", [2]));
    const time = Date.now();
    let asked = 0;
    vi.spyOn(Date, "now").mockImplementation(() => time + asked++ * 61_000);
    expect(await collect(db).finally(() => vi.mocked(Date.now).mockRestore())).toEqual([]);
    expect(await collect(db)).toEqual([1, 2]);
  });

  test("comes to an end in a circle, and follows nobody to another server", async ({ db }) => {
    far.answers.set("/c", { id: at(far, "/c"), first: at(far, "/1") });
    far.answers.set("/1", page("/1", [1], at(far, "/2")));
    far.answers.set("/2", page("/2", [2], at(far, "/1")));
    expect(await collect(db)).toEqual([1, 2]);
    far.answers.set("/2", page("/2", [2], at(evil, "/3")));
    expect(await collect(db)).toEqual([1, 2]);
    far.answers.set("/2", raw(302, { location: at(evil, "/3") }));
    evil.answers.set("/3", page("/3", ["forged"]));
    expect(await collect(db)).toEqual([1]);
    far.answers.set("/c", { id: at(far, "/c"), first: at(far, "/c"), next: at(far, "/c") });
    expect(await collect(db)).toEqual([]);
  });
});

describe("findUriByHandle", () => {
  const jrd = (links: unknown) =>
    raw(200, { "content-type": "application/jrd+json" }, JSON.stringify({ links }));
  const self = { rel: "self", type: "application/activity+json", href: "https://far.example/users/grace" };
  const path = () => `/.well-known/webfinger?resource=${encodeURIComponent(`acct:grace@${far.host}`)}`;
  const find = (db: Database, name = `@grace@${far.host}`) => findUriByHandle({ db }, name);

  test("finds who goes by a name", async ({ db }) => {
    far.answers.set(path(), jrd([{ rel: "x" }, { ...self, type: "text/html" }, self]));
    expect(await find(db)).toBe(self.href);
    expect(await find(db, ` grace@${far.host} `)).toBe(self.href);
  });

  test("finds nobody where nobody is, or nothing is readable", async ({ db }) => {
    for (const answer of [
      jrd([]),
      jrd("x"),
      jrd([{ ...self, href: "javascript:x" }]),
      raw(404),
      raw(200, {}, "x"),
    ]) {
      far.answers.set(path(), answer);
      expect(await find(db)).toBeNull();
    }
    for (const name of ["grace", "@", "grace@", "@x@y z", "grace@far/x", "grace@u:p@far"])
      expect(await find(db, name)).toBeNull();
  });
});
