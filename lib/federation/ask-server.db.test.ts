import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { domainPolicies, servers } from "@/db/schema/servers";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Network } from "@/lib/core/net/guarded-agent";
import { askServer } from "./ask-server";

vi.mock("@/lib/core/env", async (original) => {
  const { env, ...rest } = await original<typeof import("@/lib/core/env")>();
  return { ...rest, env: () => ({ ...env(), ALLOW_PRIVATE_NETWORK: "on" }) };
});

let pages: Record<string, unknown>;
const server = createServer((request, response: ServerResponse) => {
  const page = pages[request.url ?? ""];
  response
    .writeHead(page === undefined ? 404 : 200, { "content-type": "application/json; charset=utf-8" })
    .end(typeof page === "string" ? page : JSON.stringify(page));
});
const network: Network = {
  lookup: (_host, _options, done) => done(null, [{ address: "127.0.0.1", family: 4 }]),
  mayReach: (address) => address === "127.0.0.1",
};
let domain: string;
let origin: string;

beforeAll(async () => {
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  domain = `far.example:${(server.address() as AddressInfo).port}`;
  origin = `http://${domain}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  pages = {
    "/.well-known/nodeinfo": {
      links: [
        { rel: "http://nodeinfo.diaspora.software/ns/schema/2.0", href: `${origin}/2.0` },
        { rel: "http://nodeinfo.diaspora.software/ns/schema/2.1", href: `${origin}/2.1` },
        { rel: "https://www.w3.org/ns/activitystreams#Application", href: `${origin}/relay` },
      ],
    },
    "/2.0": { version: "2.0", software: { name: "old", version: "0" } },
    "/2.1": { version: "2.1", software: { name: " Mobilizon ", version: "5.1.3", repository: "x" } },
  };
});

const ask = (db: Database) => askServer({ db, actor: { kind: "system" }, now }, domain, { network });

test("remembers software and the server's own actor", async ({ db }) => {
  const about = { software: "mobilizon", version: "5.1.3", applicationUri: `${origin}/relay` };
  expect(await ask(db)).toEqual(about);
  expect(await ask(db)).toEqual(about);
  expect(await db.select().from(servers).where(eq(servers.domain, domain))).toMatchObject([
    { ...about, askedAt: now, failures: 0 },
  ]);
});

test("believes nobody who speaks for another server", async ({ db }) => {
  pages["/.well-known/nodeinfo"] = {
    links: [
      null,
      "x",
      { rel: "https://www.w3.org/ns/activitystreams#Application", href: "https://other.example/relay" },
      { rel: "http://nodeinfo.diaspora.software/ns/schema/2.0", href: `${origin}/2.0` },
    ],
  };
  expect(await ask(db)).toEqual({ software: "old", version: "0", applicationUri: null });
});

test.for([
  {},
  { "/.well-known/nodeinfo": "<html>" },
  { "/.well-known/nodeinfo": "null" },
  { "/.well-known/nodeinfo": { links: "none" } },
  {
    "/.well-known/nodeinfo": {
      links: [{ rel: "http://nodeinfo.diaspora.software/ns/schema/2.1", href: "not an address" }],
    },
  },
  { "/.well-known/nodeinfo": `"${"x".repeat(300_000)}"` },
])("not knowing is fine: %#", async (given, { db }) => {
  pages = given;
  expect(await ask(db)).toEqual({ software: "", version: "", applicationUri: null });
  expect(await db.select().from(servers)).toMatchObject([{ domain, askedAt: now, software: "" }]);
});

test("asks no suspended server", async ({ db }) => {
  await db.insert(domainPolicies).values({ domain, severity: "suspend" });
  expect(await ask(db)).toMatchObject({ software: "" });
});
