import { type ChildProcess, fork, spawn } from "node:child_process";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { startEmbedded } from "@/db/embedded/start";
import { migrateDatabase } from "@/db/migrate";
import { settingNames } from "@/lib/core/env";
import { type Run, run } from "@/scripts/start/run";
import { say } from "@/scripts/start/say";

const INBOXES = 1_000;
const ROUNDS = Number(/^\d+$/.exec(process.argv.at(-1) ?? "")?.[0] ?? 5);
const AIM = 400;

/**
 * `npm run bench:fan-out`: how fast one event reaches 1,000 servers beside this one, each of which verifies what it gets;
 * then the worker is killed in the middle, and nothing may be lost. `-- 20`: so many rounds instead of 5.
 */
async function bench(all: Run): Promise<void> {
  const dataDir = makeDataDir(all);
  const database = await startEmbedded(dataDir);
  all.atEnd(database.stop);
  await migrateDatabase(database.url);
  for (const name of settingNames) process.env[name] = "";
  const secret = randomBytes(32).toString("base64url");
  const settings = { DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: "warn", SECRET: secret };
  Object.assign(process.env, settings, { ALLOW_PRIVATE_NETWORK: "on", ORIGIN: "https://bench.example" });
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  all.atEnd(() => sql.end({ timeout: 5 }));
  const sink = await startSink(all);
  await fill(sql, sink);

  let worker = startWorker(all);
  await round(sql, sink, "warm");
  const rates: number[] = [];
  const sizes = [megabytes(worker)];
  for (let n = 1; n <= ROUNDS; n++) {
    rates.push(await round(sql, sink, `${n}`));
    sizes.push(megabytes(worker));
  }
  const typical = rates.toSorted((a, b) => a - b)[Math.floor(rates.length / 2)]!;
  say(`Typically ${Math.round(typical)} a second (aim: ${AIM}). The worker held ${sizes.join(", ")} MB.`);
  worker = await killInTheMiddle(all, sql, { sink, worker });
}

/** Seconds count from the commit that publishes the event to the last of its arrivals. */
async function round(sql: Sql, sink: Sink, name: string): Promise<number> {
  const start = performance.now();
  await publish(sql, name);
  await sink.hasTaken(name, INBOXES);
  const seconds = (performance.now() - start) / 1000;
  say(
    `Round ${name}: ${INBOXES} inboxes in ${seconds.toFixed(2)} s, ${Math.round(INBOXES / seconds)} a second`,
  );
  return INBOXES / seconds;
}

async function killInTheMiddle(all: Run, sql: Sql, { sink, worker }: { sink: Sink; worker: ChildProcess }) {
  await publish(sql, "killed");
  await sink.hasTaken("killed", INBOXES / 2);
  worker.kill("SIGKILL");
  await sleep(200);
  const [{ before }] = (await sql`select count(*)::int as before from deliveries`) as [{ before: number }];
  const next = startWorker(all);
  await sink.hasTaken("killed", INBOXES);
  await drained(sql);
  const { different, taken } = sink.state("killed");
  say(
    `Killed with ${before} to go: ${different} of ${INBOXES} inboxes have it, ${taken - different} of them twice.`,
  );
  if (different !== INBOXES) throw new Error("something was lost");
  return next;
}

async function drained(sql: Sql): Promise<void> {
  const isLeft = async () => (await sql`select 1 from deliveries limit 1`).length > 0;
  while (await isLeft()) await sleep(50);
}

/** Somebody publishes an event: its row, the fact and its job, as `record` writes them. */
async function publish(sql: Sql, name: string): Promise<void> {
  await sql.begin(async (tx) => {
    const [event] = await tx`
      insert into events (id, slug, uri, organizer_id, title, description_html, starts_at, ends_at, zone, status,
        published_at, place_name, place_address, language)
      select gen_random_uuid(), ${name}, ${`https://bench.example/events/${name}`}, id, 'Repair café',
        ${`<p>${"Bring what is broken. ".repeat(40)}</p>`}, now() + interval '7 days',
        now() + interval '7 days 3 hours', 'Europe/Paris', 'confirmed', now(), 'Town hall', '1 High Street', 'en'
      from actors where handle = 'ada' and domain is null returning id, organizer_id`;
    const payload = { eventId: event!.id, organizerId: event!.organizer_id };
    const [fact] = await tx`
      insert into journal (kind, payload, origin, created_at)
      values ('event.published', ${tx.json(payload)}, 'local', now()) returning id`;
    await tx`select graphile_worker.add_job('hear', json_build_object('factId', ${fact!.id}::bigint))`;
  });
}

/** One organizer with a key, and a follower on each of so many servers, which are all of this machine. */
async function fill(sql: Sql, { port, publicPem, privatePem }: Sink): Promise<void> {
  const { seal } = await import("@/lib/core/crypto");
  const [ada] = await sql`
    insert into actors (id, kind, handle, uri, name)
    values (gen_random_uuid(), 'person', 'ada', 'https://bench.example/@ada', 'Ada Marchand') returning id`;
  await sql`
    insert into actor_keys (uri, actor_id, public_pem, private_sealed)
    values ('https://bench.example/@ada#key-bench', ${ada!.id}, ${publicPem}, ${seal("actor key", privatePem)})`;
  await sql`
    with hosts as (select i, '127.0.' || i / 250 || '.' || i % 250 + 2 || ':' || ${port}::text as host
      from generate_series(0, ${INBOXES - 1}) i),
    far as (insert into actors (id, kind, handle, domain, uri, name)
      select gen_random_uuid(), 'person', 'far' || i, host, 'http://' || host || '/far', 'Far' from hosts
      returning id, uri),
    known as (insert into remote_actors (actor_id, inbox, shared_inbox, url, refreshed_at)
      select id, uri || '/inbox', replace(uri, '/far', '/inbox'), uri, now() from far)
    insert into follows (id, follower_id, followed_id, uri)
    select gen_random_uuid(), id, ${ada!.id}, uri || '#follow' from far`;
  await sql`vacuum analyze`;
}

type State = { taken: number; different: number; bad: number };
type Sink = Awaited<ReturnType<typeof startSink>>;

async function startSink({ atEnd }: Run) {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const publicPem = publicKey.export({ type: "spki", format: "pem" }).toString();
  const privatePem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const child = fork("bench/inbox-sink.ts", { execArgv: ["--import", "tsx"] });
  atEnd(async () => void child.kill());
  let port = 0;
  const states = new Map<string, State>();
  child.on("message", (told: { port?: number; name?: string; state?: State }) => {
    if (told.port) port = told.port;
    if (told.name && told.state) states.set(told.name, told.state);
    if (told.state?.bad) throw new Error("something arrived that nobody signed");
  });
  child.send({ publicPem });
  const state = (name: string) => states.get(name) ?? { taken: 0, different: 0, bad: 0 };
  const heard = async (holds: () => boolean) => {
    while (!holds()) await new Promise((resolve) => child.once("message", resolve));
  };
  await heard(() => port !== 0);
  const hasTaken = (name: string, count: number) => heard(() => state(name).different >= count);
  return { port, publicPem, privatePem, state, hasTaken };
}

function startWorker({ atEnd }: Run): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], { stdio: "inherit" });
  atEnd(async () => void child.kill("SIGKILL"));
  return child;
}

/** Of what the process holds in memory, as Linux counts. */
function megabytes({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

function makeDataDir({ atEnd }: Run): string {
  const dataDir = mkdtempSync(join(tmpdir(), "carillon-bench-"));
  chmodSync(dataDir, 0o755); // as root, PostgreSQL runs as another user and must pass through
  atEnd(async () => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

await run(bench);
