import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { exposition } from "./exposition";
import { kindOf } from "./request-kind";
import { addRequest, countAsKept, countRequest, requestMetrics } from "./requests";

const slug = "abcdefghjk2345";
const activity = { accept: "application/activity+json" };

const server = createServer((request, response) => {
  const counted = countRequest(request, response);
  if (request.url === "/about") countAsKept(counted);
  if (request.url !== "/slow") response.writeHead(request.url === "/broken" ? 500 : 200).end("x");
});
let port: number;

beforeAll(async () => {
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());
beforeEach(() => Reflect.deleteProperty(globalThis, "carillonRequests"));

const told = () => exposition(requestMetrics());

describe("kindOf", () => {
  test.each([
    ["page", "GET", "/", {}],
    ["page", "POST", `/events/${slug}`, {}],
    ["page", "GET", `/events/${slug}?x=/media/a.webp`, {}],
    ["document", "GET", `/events/${slug}`, activity],
    ["document", "GET", "/@ada/outbox", {}],
    ["inbox", "POST", "/@ada/inbox", {}],
    ["inbox", "POST", "/inbox", {}],
    ["other", "GET", "/media/a.webp", {}],
    ["other", "GET", "/_next/static/a.js", {}],
    ["other", "GET", `/events/${slug}/event.ics`, {}],
    ["other", "GET", "/healthz", {}],
    ["other", "GET", "/metrics", {}],
  ])("takes for %s: %s %s", (kind, method, url, headers) => {
    expect(kindOf({ method, url, headers })).toBe(kind);
  });
});

describe("requests", () => {
  test("are counted by kind and class of status when they are answered", async () => {
    for (const path of ["/about", "/sign-in", "/broken"]) {
      await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
    }
    await vi.waitFor(() => {
      expect(told()).toContain('carillon_http_requests_total{kind="kept",status="2xx"} 1\n');
      expect(told()).toContain('carillon_http_requests_total{kind="page",status="2xx"} 1\n');
      expect(told()).toContain('carillon_http_requests_total{kind="page",status="5xx"} 1\n');
    });
    expect(told()).not.toMatch(/about|sign-in|broken/);
  });

  test("are counted as aborted when nobody waits for the end", async () => {
    const socket = connect(port, "127.0.0.1");
    socket.write("GET /slow HTTP/1.1\r\nHost: a.test\r\n\r\n");
    const asked = new Promise((settle) => server.once("request", settle));
    await asked;
    socket.destroy();
    await vi.waitFor(() => expect(told()).toContain('{kind="page",status="aborted"} 1\n'));
  });

  test("fall into the buckets of all times that are longer", () => {
    for (const seconds of [0.001, 0.02, 99]) addRequest("inbox", { status: "2xx", seconds });
    const lines = told().split("\n");
    const bucket = (le: string) => `carillon_http_request_duration_seconds_bucket{kind="inbox",le="${le}"}`;
    expect(lines).toContain(`${bucket("0.001")} 1`);
    expect(lines).toContain(`${bucket("0.01")} 1`);
    expect(lines).toContain(`${bucket("0.025")} 2`);
    expect(lines).toContain(`${bucket("10")} 2`);
    expect(lines).toContain(`${bucket("+Inf")} 3`);
    expect(lines).toContain('carillon_http_request_duration_seconds_count{kind="inbox"} 3');
    expect(lines).toContain('carillon_http_request_duration_seconds_sum{kind="inbox"} 99.021');
  });
});
