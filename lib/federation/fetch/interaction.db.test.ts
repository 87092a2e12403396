import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { test } from "@/db/testing/test";
import type { Network } from "@/lib/core/net/guarded-agent";
import { findInteractionPage } from "./interaction";

vi.mock("@/lib/core/env", async (original) => {
  const { env, ...rest } = await original<typeof import("@/lib/core/env")>();
  return { ...rest, env: () => ({ ...env(), ALLOW_PRIVATE_NETWORK: "on" }) };
});

const uri = "https://bells.example/events/abc?x=1";
const subscribe = "http://ostatus.org/schema/1.0/subscribe";
let links: unknown;
const server = createServer(({ url = "" }, response) => {
  const isKnown = new URL(url, "http://x").searchParams.get("resource")?.startsWith("acct:me@");
  response
    .writeHead(isKnown ? 200 : 404, { "content-type": "application/jrd+json" })
    .end(JSON.stringify({ subject: "acct:me@far.example", links }));
});
const network: Network = {
  lookup: (_host, _options, done) => done(null, [{ address: "127.0.0.1", family: 4 }]),
  mayReach: (address) => address === "127.0.0.1",
};
let host: string;

beforeAll(async () => {
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  host = `far.example:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (db: Database, handle: string) => findInteractionPage({ db }, { handle, uri }, network);

test("finds the page that their server tells, with the thing in it", async ({ db }) => {
  links = [null, { rel: "self" }, { rel: subscribe, template: "https://far.example/act?uri={uri}" }];
  const page = `https://far.example/act?uri=${encodeURIComponent(uri)}`;
  expect(await ask(db, `@me@${host}`)).toEqual({ page });
});

test.each([
  ["javascript:alert(1)//{uri}"],
  ["https://far.example/act"],
  ["/act?uri={uri}"],
  ["https://far.example/{other}?uri={uri}"],
  [7],
])("leads nowhere by %j", async (template) => {
  links = [{ rel: subscribe, template }];
  expect(await findInteractionPage({ db: none }, { handle: `me@${host}`, uri }, network)).toEqual({
    page: null,
  });
});

test("knows nothing of whoever their server does not know", async ({ db }) => {
  expect(await ask(db, `nobody@${host}`)).toBeNull();
  expect(await ask(db, "me")).toBeNull();
  expect(await ask(db, "me@127.0.0.1:1")).toBeNull();
});

/** Nothing is decided about any server. */
const none = {
  select: () => ({ from: () => ({ where: async () => [] }) }),
} as unknown as Database;
