import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { internet } from "./guarded-agent";
import { safeFetch } from "./safe-fetch";

const settings = vi.hoisted(() => ({ ORIGIN: "https://bells.example", ALLOW_PRIVATE_NETWORK: "on" }));
vi.mock("@/lib/core/env", () => ({ env: () => settings }));

const mega = 1024 * 1024;
const html = { types: ["text/html"], maxBytes: mega };
const refusal = (reason: string) => ({ refusal: reason });

let answer: RequestListener;
let asked: IncomingMessage[];
let port: number;
const server = createServer((request, response) => {
  asked.push(request);
  answer(request, response);
});
const at = (path: string, host = "127.0.0.1") => `http://${host}:${port}${path}`;

beforeAll(async () => {
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  settings.ALLOW_PRIVATE_NETWORK = "on";
  asked = [];
  answer = (_, response) => page(response, "<h1>Bells</h1>");
});

describe("safeFetch", () => {
  test("brings a page, and says who asks", async () => {
    const fetched = await safeFetch(at("/about"), html);

    expect(fetched).toMatchObject({ status: 200, type: "text/html", isCut: false });
    expect(textOf(fetched)).toBe("<h1>Bells</h1>");
    expect(asked[0]?.headers).toMatchObject({
      accept: "text/html",
      "user-agent": expect.stringMatching(/^Carillon\/\d+\.\d+\.\d+ \(\+https:\/\/bells\.example\)$/),
    });
    expect(asked[0]?.headers.cookie).toBeUndefined();
  });

  test("unpacks gzip", async () => {
    answer = (_, response) => page(response, gzipSync("<p>packed</p>"), { "content-encoding": "gzip" });
    expect(textOf(await safeFetch(at("/"), html))).toBe("<p>packed</p>");
  });

  test("tells of errors without reading their pages", async () => {
    answer = (_, response) => response.writeHead(404, { "content-type": "text/html" }).end("x".repeat(mega));
    expect(await safeFetch(at("/"), html)).toMatchObject({ status: 404, body: new Uint8Array() });
  });

  test("refuses other types, whatever they hold", async () => {
    answer = (_, response) => page(response, "{}", { "content-type": "application/json" });
    expect(await safeFetch(at("/"), html)).toEqual(refusal("wrong_type"));
    answer = (_, response) => response.end("<p>no type</p>");
    expect(await safeFetch(at("/"), html)).toEqual(refusal("wrong_type"));
    answer = (_, response) => page(response, "x", { "content-encoding": "br" });
    expect(await safeFetch(at("/"), html)).toEqual(refusal("wrong_type"));
  });

  test("lets bugs through", async () => {
    const lookup = () => {
      throw new TypeError("a bug");
    };
    await expect(
      safeFetch(at("/", "page.example"), { ...html, network: { ...internet, lookup } }),
    ).rejects.toThrow("a bug");
  });
});

describe("addresses", () => {
  test.each([
    "http://127.0.0.1:PORT/",
    "http://127.1:PORT/",
    "http://0x7f000001:PORT/",
    "http://2130706433:PORT/",
    "http://0177.0.0.1:PORT/",
    "http://localhost:PORT/",
    "http://[::1]:PORT/",
    "http://[::ffff:127.0.0.1]:PORT/",
    "http://[::ffff:7f00:1]:PORT/",
    "http://[64:ff9b::7f00:1]:PORT/",
    "http://0.0.0.0:PORT/",
    "http://[::]:PORT/",
  ])("%s is out of reach", async (address) => {
    settings.ALLOW_PRIVATE_NETWORK = "off";
    const fetched = await safeFetch(address.replace("PORT", String(port)), html);
    expect(fetched).toEqual(refusal("address_refused"));
    expect(asked).toEqual([]);
  });

  test("a test network lets this machine through, but never the secrets of a cloud", async () => {
    expect(await safeFetch(at("/"), html)).toMatchObject({ status: 200 });
    expect(await safeFetch("http://169.254.169.254/latest/meta-data", html)).toEqual(
      refusal("address_refused"),
    );
    expect(await safeFetch("http://[fe80::1]/", html)).toEqual(refusal("address_refused"));
  });

  test("a name is looked up once, and what it answered is what is connected to", async () => {
    const answers = ["127.0.0.1", "127.0.0.9"];
    const lookup = lookupOf(() => [answers.shift() ?? "127.0.0.9"]);
    const network = { lookup, mayReach: (address: string) => address === "127.0.0.1" };

    expect(await safeFetch(at("/", "rebinding.example"), { ...html, network })).toMatchObject({
      status: 200,
    });
    expect(answers).toEqual(["127.0.0.9"]);
  });

  test("a name that leads inside is out of reach, also if it leads outside too", async () => {
    settings.ALLOW_PRIVATE_NETWORK = "off";
    for (const addresses of [["127.0.0.1"], ["93.184.216.34", "10.0.0.1"], ["::ffff:127.0.0.1"], []]) {
      const network = { ...internet, lookup: lookupOf(() => addresses) };
      const fetched = await safeFetch(at("/", "inside.example"), { ...html, network });
      expect(fetched).toEqual(refusal("address_refused"));
    }
    expect(asked).toEqual([]);
  });

  test("a name that nobody knows is unreachable, and so is a closed port", async () => {
    const lookup: LookupFunction = (_, __, callback) =>
      callback(Object.assign(new Error("unknown"), { code: "ENOTFOUND" }), []);
    const network = { ...internet, lookup };
    expect(await safeFetch(at("/", "nobody.example"), { ...html, network })).toEqual(refusal("unreachable"));
    expect(await safeFetch("http://127.0.0.1:1023/", html)).toEqual(refusal("address_refused"));
    expect(await safeFetch("https://127.0.0.1:1024/", html)).toEqual(refusal("unreachable"));
  });
});

describe("redirects", () => {
  test("are followed three times", async () => {
    answer = (request, response) => {
      const step = Number(request.url?.slice(1));
      if (step < 3) response.writeHead(302, { location: `/${step + 1}` }).end("moved");
      else page(response, "there");
    };
    const fetched = await safeFetch(at("/0"), html);
    expect(textOf(fetched)).toBe("there");
    expect("url" in fetched && fetched.url.pathname).toBe("/3");

    answer = (request, response) => response.writeHead(307, { location: `${request.url}x` }).end();
    expect(await safeFetch(at("/"), html)).toEqual(refusal("too_many_redirects"));
    expect(asked).toHaveLength(8);
  });

  test.each([
    "http://127.0.0.1:PORT/inside",
    "http://localhost:PORT/inside",
    "http://[::ffff:7f00:1]:PORT/inside",
    "//127.0.0.1:PORT/inside",
    "/inside",
    "file:///etc/passwd",
    "http://user:secret@example.org/",
    "http://example.org:22/",
  ])("to %s are checked anew", async (location) => {
    settings.ALLOW_PRIVATE_NETWORK = "off";
    answer = (_, response) =>
      response.writeHead(301, { location: location.replace("PORT", String(port)) }).end();
    // Until it has answered once, the local server passes for one of the internet.
    const mayReach = (address: string) => asked.length === 0 || internet.mayReach(address);
    const network = { lookup: lookupOf(() => ["127.0.0.1"]), mayReach };

    const fetched = await safeFetch(at("/", "outside.example"), { ...html, network });
    expect(fetched).toEqual(refusal("address_refused"));
    expect(asked).toHaveLength(1);
  });

  test("without a place to go are an answer like any other", async () => {
    answer = (_, response) => response.writeHead(302).end();
    expect(await safeFetch(at("/"), html)).toMatchObject({ status: 302 });
  });
});

describe("bounds", () => {
  test("a long body is refused, or its beginning is taken, and the rest is never sent", async () => {
    let closed = 0;
    answer = (_, response) => {
      response.writeHead(200, { "content-type": "text/html" }).on("close", () => (closed += 1));
      pour(response);
    };
    expect(await safeFetch(at("/"), html)).toEqual(refusal("too_long"));
    const cut = await safeFetch(at("/"), { ...html, longBody: "cut" });
    expect(cut).toMatchObject({ isCut: true });
    expect("body" in cut && cut.body.byteLength).toBe(mega);
    await vi.waitFor(() => expect(closed).toBe(2));
  });

  test("what a bomb unpacks to is counted, not what it weighs", async () => {
    const bomb = gzipSync(Buffer.alloc(100 * mega));
    expect(bomb.length).toBeLessThan(mega / 5);
    answer = (_, response) => page(response, bomb, { "content-encoding": "gzip" });

    const before = process.memoryUsage().arrayBuffers;
    expect(await safeFetch(at("/"), html)).toEqual(refusal("too_long"));
    expect(await safeFetch(at("/"), { ...html, longBody: "cut" })).toMatchObject({ isCut: true });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * mega);
  });

  test("a body that is no gzip, or ends too soon, is broken", async () => {
    answer = (_, response) => page(response, "plain", { "content-encoding": "gzip" });
    expect(await safeFetch(at("/"), html)).toEqual(refusal("unreachable"));
    answer = (_, response) =>
      page(response, gzipSync("bells").subarray(0, 15), { "content-encoding": "gzip" });
    expect(await safeFetch(at("/"), html)).toEqual(refusal("unreachable"));
    answer = (_, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-length": "100" }).write("half");
      setTimeout(() => response.destroy(), 20);
    };
    expect(await safeFetch(at("/"), html)).toEqual(refusal("unreachable"));
  });

  test("a slow body ends when its time is over, however lively it is", async () => {
    answer = async (_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      while (!response.destroyed) {
        response.write("x");
        await sleep(20);
      }
    };
    expect(await safeFetch(at("/"), { ...html, deadlines: { total: 200 } })).toEqual(refusal("unreachable"));
  });

  test("a server that falls silent is left, before its headers and within its body", async () => {
    answer = () => {};
    expect(await safeFetch(at("/"), { ...html, deadlines: { headers: 100 } })).toEqual(
      refusal("unreachable"),
    );
    answer = (_, response) => void response.writeHead(200, { "content-type": "text/html" }).write("x");
    expect(await safeFetch(at("/"), { ...html, deadlines: { idle: 100 } })).toEqual(refusal("unreachable"));
  });

  test("a name server that never answers is left too", async () => {
    const network = { ...internet, lookup: () => {} };
    const fetched = await safeFetch(at("/", "silent.example"), {
      ...html,
      network,
      deadlines: { connect: 100 },
    });
    expect(fetched).toEqual(refusal("unreachable"));
  });
});

function page(response: ServerResponse, body: string | Buffer, headers: Record<string, string> = {}): void {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
}

/** Writes for as long as somebody listens. */
function pour(response: ServerResponse): void {
  while (!response.destroyed && response.write("x".repeat(16_384)));
  if (!response.destroyed) response.once("drain", () => pour(response));
}

function textOf(fetched: Awaited<ReturnType<typeof safeFetch>>): string {
  return "body" in fetched ? Buffer.from(fetched.body).toString() : fetched.refusal;
}

function lookupOf(addressesOf: () => string[]): LookupFunction {
  return (_, __, callback) =>
    callback(
      null,
      addressesOf().map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
}
