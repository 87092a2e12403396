import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answerKept } from "./answer-kept";
import { beginReading, dropEverything, dropTags, keepPage, keptPages } from "./kept-pages";

const server = createServer((request, response) => {
  if (!answerKept(request, response)) response.writeHead(500).end("Next");
});
let origin: string;

beforeAll(async () => {
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  dropEverything();
  Object.assign(keptPages(), { maxBytes: 1_000_000 });
  const value = {
    kind: "APP_PAGE",
    html: "<p>Où ?</p>",
    headers: { "content-security-policy": "default-src 'none'" },
  };
  const page = {
    nextKey: "/x",
    value: value as never,
    tags: ["event:a"],
    bytes: 100,
    until: Number.POSITIVE_INFINITY,
  };
  keepPage("/v/fr/about", page, beginReading());
});

const ask = (headers: Record<string, string> = {}, method = "GET") =>
  fetch(`${origin}/about`, { method, headers: { "accept-language": "fr", ...headers } });

describe("answerKept", () => {
  test("sends a kept page with its policy, private and told by its ETag", async () => {
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe("<p>Où ?</p>");
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "cache-control": "private, no-cache",
      "content-encoding": "gzip",
      "content-security-policy": "default-src 'none'",
      "content-type": "text/html; charset=utf-8",
      vary: expect.stringContaining("cookie"),
      "x-content-type-options": "nosniff",
    });
    expect((await ask({ "if-none-match": answer.headers.get("etag")! })).status).toBe(304);
  });

  test("says which request it answers, if it was given an id", async () => {
    const id = { "x-request-id": "request-12345" };
    const answer = await ask(id);
    expect(answer.headers.get("x-request-id")).toBe("request-12345");
    const known = await ask({ ...id, "if-none-match": answer.headers.get("etag")! });
    expect(known.headers.get("x-request-id")).toBe("request-12345");
    expect((await ask()).headers.has("x-request-id")).toBe(false);
  });

  test("sends it as it is to those who read no gzip, and only its headers for HEAD", async () => {
    const plain = await ask({ "accept-encoding": "identity" });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await plain.text()).toBe("<p>Où ?</p>");
    const head = await ask({ "accept-encoding": "identity" }, "HEAD");
    expect(head.headers.get("content-length")).toBe(String(Buffer.byteLength("<p>Où ?</p>")));
  });

  test("leaves everything else to Next: members, other languages, what was dropped", async () => {
    expect((await ask({ cookie: "carillon_session=x" })).status).toBe(500);
    expect((await ask({ "accept-language": "en" })).status).toBe(500);
    dropTags(["event:a"]);
    expect((await ask()).status).toBe(500);
  });
});

describe("a kept document", () => {
  beforeEach(() => {
    const headers = {
      "content-type": "application/activity+json; charset=utf-8",
      etag: 'W/"x"',
      vary: "accept",
    };
    const value = {
      kind: "APP_ROUTE",
      body: Buffer.from('{"type":"Person"}'),
      headers,
      status: 200,
    } as never;
    const page = { nextKey: "/x", value, tags: ["actor:a"], bytes: 100, until: Number.POSITIVE_INFINITY };
    keepPage("/ap/@ada", page, beginReading());
  });

  const askAda = (headers: Record<string, string> = {}) =>
    fetch(`${origin}/@ada`, { headers: { accept: "application/activity+json", ...headers } });

  test("goes to whoever asks for one, with its type and what tells it apart", async () => {
    const answer = await askAda();
    expect(await answer.json()).toEqual({ type: "Person" });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/activity+json; charset=utf-8",
      "content-encoding": "gzip",
      "x-content-type-options": "nosniff",
      etag: 'W/"x"',
      vary: "accept, accept-encoding",
    });
    expect((await askAda({ "if-none-match": '"x"' })).status).toBe(304);
    expect((await askAda({ cookie: "carillon_session=x" })).status).toBe(200);
  });

  test("is left to Next for people, for those who sign, and once it was dropped", async () => {
    expect((await askAda({ accept: "text/html" })).status).toBe(500);
    expect((await askAda({ signature: 'keyId="x"' })).status).toBe(500);
    expect((await askAda({ "signature-input": "sig=()" })).status).toBe(500);
    dropTags(["actor:a"]);
    expect((await askAda()).status).toBe(500);
  });
});
