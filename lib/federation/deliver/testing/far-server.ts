import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Database } from "@/db/client";
import { type Server, servers } from "@/db/schema/servers";
import { createIdentity, createRemoteActor, now } from "@/db/testing/factories";
import type { Context } from "@/lib/core/context";
import type { Network } from "@/lib/core/net/guarded-agent";
import { sendActivity } from "../../outbox/send";
import { deliverTo } from "../deliver";

type Arrived = { path: string; headers: IncomingMessage["headers"]; body: string; id: string };

export const MINUTE = 60_000;

/** Another server of this machine, for the tests of one file: what arrives there, and what it answers. */
export function farServer() {
  const there = {
    domain: "",
    arrived: [] as Arrived[],
    problem: null as { status: number; headers?: Record<string, string> } | null,
    answer: (_: Arrived, response: ServerResponse): void => void response.end(),
    network: {
      lookup: (_host, _options, done) => done(null, [{ address: "127.0.0.1", family: 4 }]),
      mayReach: (address) => address === "127.0.0.1",
    } as Network,
    at,
    deliver: (db: Database, minutes = 0) =>
      deliverTo(at(db, minutes), there.domain, { network: there.network }),
    ids: () => there.arrived.map(({ id }) => id.replace(/.*#/, "")),
    begin: (db: Database) => begin(db, there.domain),
    known: (db: Database) => known(db, there.domain),
    nextJob: (db: Database) => nextJob(db, there.domain),
  };
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const id = JSON.parse(body).id as string;
    const one = { path: request.url ?? "", headers: request.headers, body, id };
    there.arrived.push(one);
    there.answer(one, response);
  });
  beforeAll(async () => {
    await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
    there.domain = `far.example:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    there.arrived = [];
    there.problem = null;
    there.answer = (_, response) =>
      response.writeHead(there.problem?.status ?? 202, there.problem?.headers).end("ok");
  });
  return there;
}

function at(db: Database, minutes = 0): Context {
  return { db, actor: { kind: "system" }, now: new Date(now.getTime() + minutes * MINUTE) };
}

async function begin(db: Database, domain: string) {
  const ada = await createIdentity(db);
  const inbox = (name: string) => `http://${domain}/${name}`;
  const far = (name: string) =>
    createRemoteActor(db, { domain, remote: { inbox: inbox(`${name}/inbox`), sharedInbox: inbox("inbox") } });
  const say = async (id: string, to: { id: string }[], minutes = 0) => {
    const activity = { id: `${ada.uri}#${id}`, type: "Create", actor: ada.uri };
    const actorIds = to.map((one) => one.id);
    await sendActivity(at(db, minutes), { actorId: ada.id, activity, to: { actorIds } });
  };
  return { ada, far, inbox, say };
}

async function known(db: Database, domain: string): Promise<Server> {
  const [found] = await db.select().from(servers).where(eq(servers.domain, domain));
  return found!;
}

/** When the job that waits for this server runs, in minutes from now; null: there is none. */
async function nextJob(db: Database, domain: string): Promise<number | null> {
  const jobs = await db.execute<{ run_at: string }>(
    sql`select run_at from graphile_worker.jobs where key = ${`deliver:${domain}`}`,
  );
  return jobs[0] ? Math.round((new Date(jobs[0].run_at).getTime() - now.getTime()) / MINUTE) : null;
}
