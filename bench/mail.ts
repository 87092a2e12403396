import { fork, spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { startEmbedded } from "@/db/embedded/start";
import { migrateDatabase } from "@/db/migrate";
import { settingNames } from "@/lib/core/env";
import { type Run, run } from "@/scripts/start/run";
import { say } from "@/scripts/start/say";

const MAILS = process.argv.includes("--quick") ? 2_000 : 10_000;
/** Sent before the clock starts: by then the worker runs. */
const WARM = 100;

/** `npm run bench:mail`: how fast a host writes to 10,000 who come, to a mail server beside. `-- --quick`: 2,000. */
async function bench(run: Run): Promise<void> {
  const dataDir = makeDataDir(run);
  const database = await startEmbedded(dataDir);
  run.atEnd(database.stop);
  await migrateDatabase(database.url);
  const filled = await fill(database.url);
  const sink = await startSink(run);
  for (const name of settingNames) process.env[name] = "";
  const settings = { DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: "warn", SMTP_URL: sink.url };
  Object.assign(process.env, settings, { SECRET: randomBytes(32).toString("base64url") });

  await announce(filled);
  startWorker(run);
  await sink.hasTaken(WARM);
  const seconds = await timed(`${MAILS - WARM} mails written and sent`, () => sink.hasTaken(MAILS));
  say(`${Math.round((MAILS - WARM) / seconds)} a second, to ${sink.different()} addresses`);
}

/** What the host waits for: who is told is settled, and the worker is to write and send. */
async function announce({ eventId, hostId }: Filled): Promise<void> {
  const [{ connection }, { writeAnnouncement }] = await Promise.all([
    import("@/lib/core/database"),
    import("@/lib/participation/announcements/write"),
  ]);
  const { db, close } = connection();
  const host = { db, actor: { kind: "identity" as const, actorId: hostId }, now: new Date() };
  const said = {
    announcementId: randomUUID(),
    audience: ["going" as const],
    subject: "What to bring",
    body: "Bring cups.",
    sendAt: "",
  };
  await timed("Answered the host", () => writeAnnouncement(host, { eventId, ...said }));
  await close();
}

type Filled = { eventId: string; hostId: string };

/** One event with so many who take part by e-mail. */
async function fill(url: string): Promise<Filled> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const [organizer] = await sql`
    insert into actors (id, kind, handle, uri, name)
    values (gen_random_uuid(), 'person', 'ada', 'https://bench.example/@ada', 'Ada Marchand') returning id`;
  const [event] = await sql`
    insert into events (id, slug, uri, organizer_id, title, description_html, starts_at, ends_at, zone, status,
      published_at, place_name, place_address)
    values (gen_random_uuid(), 'bench', 'https://bench.example/events/bench', ${organizer!.id}, 'Repair café',
      '<p>Bring what is broken.</p>', now() + interval '7 days', now() + interval '7 days 3 hours', 'Europe/Paris',
      'confirmed', now(), 'Town hall', '1 High Street') returning id`;
  await sql`
    insert into participations (id, event_id, email, name, locale, zone, status, uri)
    select gen_random_uuid(), ${event!.id}, 'person-' || i || '@example.org', 'Person ' || i,
      (array['en', 'fr'])[i % 2 + 1], 'Europe/Paris', 'approved', 'https://bench.example/join/' || i
    from generate_series(1, ${MAILS}) i`;
  await sql`vacuum analyze`;
  await sql.end({ timeout: 5 });
  return { eventId: event!.id, hostId: organizer!.id };
}

type Told = { port?: number; taken?: number; different?: number };

async function startSink({ atEnd }: Run) {
  const child = fork("bench/mail-sink.ts", { execArgv: ["--import", "tsx"] });
  atEnd(async () => void child.kill());
  let last: Told = {};
  const heard = (holds: () => boolean) =>
    new Promise<void>((resolve) => child.on("message", () => holds() && resolve()));
  child.on("message", (told) => {
    last = { ...last, ...(told as Told) };
  });
  await heard(() => last.port !== undefined);
  return {
    url: `smtp://127.0.0.1:${last.port}`,
    hasTaken: (count: number) => heard(() => (last.taken ?? 0) >= count),
    different: () => last.different,
  };
}

function startWorker({ atEnd }: Run): void {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], { stdio: "inherit" });
  atEnd(async () => void child.kill("SIGKILL"));
}

async function timed(what: string, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  say(`${what}: ${seconds.toFixed(2)} s`);
  return seconds;
}

function makeDataDir({ atEnd }: Run): string {
  const dataDir = mkdtempSync(join(tmpdir(), "carillon-bench-"));
  chmodSync(dataDir, 0o755); // as root, PostgreSQL runs as another user and must pass through
  atEnd(async () => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

await run(bench);
