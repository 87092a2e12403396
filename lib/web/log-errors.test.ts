import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeEach, expect, test, vi } from "vitest";
import { createLogger } from "@/lib/core/log";

const lines = vi.hoisted(() => [] as string[]);

vi.mock("@/lib/core/log", async (original) => {
  const actual = await original<typeof import("@/lib/core/log")>();
  const logger = actual.createLogger({ write: (line) => lines.push(line) });
  logger.level = "info";
  return { ...actual, log: () => logger };
});

const { logError, nameRequestsInLog } = await import("./log-errors");
const { watchResponses } = await import("./visitor/missing");

const request = {
  path: "/events/secret?name=Ada",
  method: "GET",
  headers: { "x-request-id": "trace-12345" },
};
const context = {
  routerKind: "App Router",
  routePath: "/m/[locale]/events/[slug]",
  routeType: "render",
  revalidateReason: undefined,
} as const;

beforeEach(() => {
  lines.length = 0;
});

test("logs what broke by its kind of page and its request, once, and never the path", async () => {
  const error = Object.assign(new Error("Failed query: select\nparams: ada@example.org"), { code: "57014" });
  await logError(error, request, context);
  await logError(error, request, context);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({
    level: "error",
    method: "GET",
    route: "/m/[locale]/events/[slug]",
    kind: "render",
    requestId: "trace-12345",
    err: { code: "57014" },
    msg: "request failed",
  });
  expect(lines[0]).not.toMatch(/secret|Ada|ada@/);
});

test("leaves out an id that is none, and logs what is no error, too", async () => {
  await logError("gone", { ...request, headers: { "x-request-id": "ada@example.org" } }, context);
  await logError("gone", { ...request, headers: {} }, context);
  expect(lines).toHaveLength(2);
  expect(lines.join("")).not.toMatch(/requestId|ada@/);
});

test("names the request in each line that is written for it, and in no other", async () => {
  watchResponses();
  nameRequestsInLog();
  const logger = createLogger({ write: (line) => lines.push(line) });
  logger.level = "info";
  const server = createServer(async (_request, response) => {
    await new Promise((settle) => setImmediate(settle));
    logger.info("inside");
    response.end();
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await Promise.all(["request-a", "request-b"].map((id) => fetch(url, { headers: { "x-request-id": id } })));
  logger.info("outside");
  server.close();
  const told = lines.map((line) => JSON.parse(line));
  expect(told.map(({ requestId }) => requestId).sort()).toEqual(["request-a", "request-b", undefined]);
  expect(told.at(-1)).not.toHaveProperty("requestId");
});
