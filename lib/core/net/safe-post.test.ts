import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { safePost } from "./safe-post";

const settings = vi.hoisted(() => ({ ORIGIN: "https://bells.example", ALLOW_PRIVATE_NETWORK: "on" }));
vi.mock("@/lib/core/env", () => ({ env: () => settings }));

let answer: RequestListener;
const server = createServer((request, response) => answer(request, response));
beforeAll(() => new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const send = () => {
  const { port } = server.address() as AddressInfo;
  return safePost(`http://127.0.0.1:${port}/inbox`, { headers: {}, body: "{}" });
};

test.each([
  ["a page of a provider", "text/html; charset=utf-8", "<!DOCTYPE html><h1>Parked</h1>", true],
  ["nothing, under the usual name", "text/html", "", false],
  ["a word, under the usual name", "text/html", "ok", false],
  ["JSON", "application/json", '"<p>"', false],
])("%s is told from what an inbox says", async (_, type, body, isPage) => {
  answer = (_request, response) => response.writeHead(200, { "content-type": type }).end(body);
  expect(await send()).toMatchObject({ status: 200, isPage });
});

test("a page without an end is broken off", async () => {
  answer = (_request, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    const more = setInterval(() => response.write(`<p>${"x".repeat(10_000)}`), 1);
    response.on("close", () => clearInterval(more));
  };
  expect(await send()).toMatchObject({ status: 200, isPage: true });
});
