import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { type Connection, connect, type Database } from "@/db/client";
import { startEmbedded } from "@/db/embedded/start";
import { migrateDatabase } from "@/db/migrate";
import { deliveries } from "@/db/schema/activities";
import { follows } from "@/db/schema/follows";
import { createEvent, createIdentity, createRemoteActor } from "@/db/testing/factories";
import { inTransaction } from "@/lib/core/context";
import { record } from "@/lib/journal/record";
import { type Launched, runScript, temporaryDir } from "./launch";

const SERVERS = 40;
const EVENTS = 5;
/** Jobs of the worker that deliver at a time. */
const AT_ONCE = 8;

test("however often it is killed, every server hears of every event, and of little twice", async () => {
  const { settings, db } = await begin();
  const inboxes = await startInboxes();
  const ada = await createIdentity(db, { name: "Ada" });
  await followersOf(db, ada.id, inboxes.port);
  const worker = () => runScript(["scripts/worker.ts"], settings);
  for (let n = 1; n <= EVENTS; n++) await announce(db, ada.id, `event-${n}`);

  let kills = 0;
  for (const share of [0.1, 0.4, 0.7]) {
    const running = worker();
    await until(async () => inboxes.arrived.length > SERVERS * EVENTS * share);
    await kill(running);
    kills++;
  }
  worker();
  await until(async () => inboxes.arrived.length >= SERVERS * EVENTS && (await db.$count(deliveries)) === 0);

  const byServer = Map.groupBy(inboxes.arrived, ({ host }) => host);
  expect(byServer.size).toBe(SERVERS);
  const all = Array.from({ length: EVENTS }, (_, n) => `event-${n + 1}`);
  for (const heard of byServer.values()) {
    const slugs = heard.map(({ slug }) => slug);
    expect([...new Set(slugs)].sort()).toEqual(all);
  }
  const doubles = inboxes.arrived.length - SERVERS * EVENTS;
  expect(doubles).toBeLessThanOrEqual(kills * AT_ONCE);
}, 240_000);

async function begin() {
  const dataDir = temporaryDir();
  const server = await startEmbedded(dataDir);
  onTestFinished(server.stop);
  await migrateDatabase(server.url);
  const connection: Connection = connect(server.url, { max: 3 });
  onTestFinished(connection.close);
  const settings = {
    DATA_DIR: dataDir,
    DATABASE_URL: server.url,
    SECRET: "s".repeat(40),
    LOG_LEVEL: "silent",
    ALLOW_PRIVATE_NETWORK: "on",
    FEDERATION_CONCURRENCY: `${AT_ONCE}`,
  };
  return { settings, ...connection };
}

/** One server for all: which of them was meant stands in the request. Takes its time, so that there is a middle. */
async function startInboxes() {
  const arrived: { host: string; slug: string }[] = [];
  const server: Server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const { id } = (JSON.parse(body) as { object: { id: string } }).object;
    arrived.push({ host: request.headers.host ?? "", slug: id.replace(/.*\//, "") });
    await sleep(20);
    response.writeHead(202).end();
  });
  await new Promise<void>((settle) => server.listen(0, "0.0.0.0", settle));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { arrived, port: (server.address() as AddressInfo).port };
}

async function followersOf(db: Database, followedId: string, port: number) {
  for (let n = 0; n < SERVERS; n++) {
    const domain = `127.0.1.${n + 1}:${port}`;
    const remote = { inbox: `http://${domain}/far/inbox`, sharedInbox: `http://${domain}/inbox` };
    const { id } = await createRemoteActor(db, { domain, remote });
    await db.insert(follows).values({ followerId: id, followedId, uri: `urn:${n}` });
  }
}

async function announce(db: Database, organizerId: string, slug: string) {
  const { id: eventId } = await createEvent(db, {
    ...{ organizerId, slug, uri: `http://localhost:3000/events/${slug}` },
    startsAt: new Date(Date.now() + 86_400_000),
    endsAt: null,
  });
  const ctx = { db, actor: { kind: "identity" as const, actorId: organizerId }, now: new Date() };
  await inTransaction(ctx, (tx) => record(tx, { kind: "event.published", eventId, organizerId }));
}

async function kill(process_: Launched) {
  process.kill(process_.pid, "SIGKILL");
  await process_.exited;
}

/** Within a minute: a killed worker's jobs are taken over in two rounds of some seconds. */
async function until(is: () => Promise<boolean>) {
  const deadline = Date.now() + 60_000;
  while (!(await is())) {
    if (Date.now() > deadline) throw new Error(`It never came to this: ${is}`);
    await sleep(50);
  }
}
