import { request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** How a wire behaves towards other servers; people's browsers always get through. */
type Mood = "up" | "down" | "slow" | "broken" | "html";

type Arrived = { path: string; body: Record<string, unknown>; status: number };

/** The way to a server: what other servers send there is written down, and it can be spoilt. */
export type Wire = {
  origin: string;
  mood: Mood;
  /** Activities that came through, with how they were answered. */
  arrived: Arrived[];
  /** How many requests did not get through, or not in time. */
  refused: number;
  /** The address behind it. */
  port: number;
  close(): Promise<void>;
};

const SLOW_MS = 12_000;

/** A server in front of another, which is told of later: its address must be known before that one can start. */
export async function openWire(host: string): Promise<Wire> {
  const wire: Omit<Wire, "origin" | "close"> = { mood: "up", arrived: [], refused: 0, port: 0 };
  const server = createServer(
    (request, response) => void pass(wire, request, response).catch(() => response.destroy()),
  );
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  return Object.assign(wire, {
    origin,
    close: () =>
      new Promise<void>((settle) => {
        server.closeAllConnections();
        server.close(() => settle());
      }),
  });
}

async function pass(
  wire: Pick<Wire, "mood" | "arrived" | "refused" | "port">,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const isServer = !/Mozilla/.test(request.headers["user-agent"] ?? "");
  if (isServer && wire.mood !== "up") {
    await spoil(wire.mood, request, response);
    wire.refused += 1;
    return;
  }
  const body = await readAll(request);
  const { method, url, headers } = request;
  const inner = ask({ host: "127.0.0.1", port: wire.port, method, path: url, headers }, (answer) => {
    if (method === "POST" && url?.endsWith("/inbox"))
      wire.arrived.push({ path: url, body: readJson(body), status: answer.statusCode ?? 0 });
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  inner.on("error", () => response.destroy());
  inner.end(body);
}

async function spoil(mood: Mood, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (mood === "down") return void request.socket.destroy();
  if (mood === "slow") await sleep(SLOW_MS);
  if (mood === "html") response.writeHead(200, { "content-type": "text/html" }).end("<h1>Parked</h1>");
  else response.writeHead(500).end("broken");
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function readJson(body: Buffer): Record<string, unknown> {
  try {
    return JSON.parse(body.toString());
  } catch {
    return {};
  }
}
