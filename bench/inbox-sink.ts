import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

// Inboxes of as many servers as there are loopback addresses: each verifies digest and signature of what it gets, as a
// peer must, and answers 202. Tells of each event which of them have it.
type Told = { taken: number; hosts: Set<string>; bad: number };

const events = new Map<string, Told>();
let key: KeyObject | null = null;

const server = createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray());
  const { object } = JSON.parse(body.toString()) as { object: { id: string } };
  const name = object.id.replace(/.*\//, "");
  const told = events.get(name) ?? { taken: 0, hosts: new Set<string>(), bad: 0 };
  events.set(name, told);
  told.taken += 1;
  told.hosts.add(request.headers.host ?? "");
  if (!isGood(request, body)) told.bad += 1;
  response.writeHead(202).end();
  const isRound = told.hosts.size % 100 === 0 || told.taken > told.hosts.size || told.bad > 0;
  if (isRound) tell(name, told);
});

function tell(name: string, { taken, hosts, bad }: Told): void {
  process.send?.({ name, state: { taken, different: hosts.size, bad } });
}

function isGood({ headers, url }: IncomingMessage, body: Buffer): boolean {
  const digest = `SHA-256=${createHash("sha256").update(body).digest("base64")}`;
  const parts = new Map(
    [...String(headers.signature).matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value ?? ""]),
  );
  const lines = (parts.get("headers") ?? "")
    .split(" ")
    .map((name) => `${name}: ${name === "(request-target)" ? `post ${url}` : headers[name]}`);
  const signature = Buffer.from(parts.get("signature") ?? "", "base64");
  return (
    headers.digest === digest &&
    key !== null &&
    verify("sha256", Buffer.from(lines.join("\n")), key, signature)
  );
}

process.on("message", ({ publicPem }: { publicPem: string }) => {
  key = createPublicKey(publicPem);
  server.listen(0, "0.0.0.0", 2048, () => process.send?.({ port: (server.address() as AddressInfo).port }));
});
