import { fork, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
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

/** `npm run bench:mail`: how fast an event with 10,000 participants is called off, to a mail server beside. `-- --quick`: 2,000. */
async function bench(run: Run): Promise<void> {
  const dataDir = makeDataDir(run);
  const database = await startEmbedded(dataDir);
  run.atEnd(database.stop);
  await migrateDatabase(database.url);
  const eventId = await fill(database.url);
  const sink = await startSink(run);
  for (const name of settingNames) process.env[name] = "";
  const settings = { DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: "warn", SMTP_URL: sink.url };
  Object.assign(process.env, settings, { SECRET: randomBytes(32).toString("base64url") });

  const written = await timed(() => write(eventId));
  say(`Written: ${figures(written)}`);
  startWorker(run);
  await sink.hasTaken(WARM);
  const sent = await timed(() => sink.hasTaken(MAILS));
  say(`Sent: ${figures(sent, MAILS - WARM)}; to ${sink.different()} addresses`);
}

/** The round of letters, as the worker would write it. */
async function write(eventId: string): Promise<void> {
  const [{ connection }, { inTransaction }, { announceCancellation }] = await Promise.all([
    import("@/lib/core/database"),
    import("@/lib/core/context"),
    import("@/lib/notifications/announce-cancellation"),
  ]);
  const { db, close } = connection();
  const at = new Date();
  const fact = { kind: "event.cancelled" as const, eventId, organizerId: eventId, factId: 1, at };
  await inTransaction({ db, actor: { kind: "system" }, now: at }, (tx) =>
    announceCancellation(tx, { ...fact, origin: "local" }),
  );
  await close();
}

/** One event that is called off, with so many who take part by e-mail and have it in their calendars. */
async function fill(url: string): Promise<string> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const [organizer] = await sql`
    insert into actors (id, kind, handle, uri, name)
    values (gen_random_uuid(), 'person', 'ada', 'https://bench.example/@ada', 'Ada Marchand') returning id`;
  const [event] = await sql`
    insert into events (id, slug, uri, organizer_id, title, description_html, starts_at, ends_at, zone, status,
      published_at, place_name, place_address)
    values (gen_random_uuid(), 'bench', 'https://bench.example/events/bench', ${organizer!.id}, 'Repair café',
      '<p>Bring what is broken.</p>', now() + interval '7 days', now() + interval '7 days 3 hours', 'Europe/Paris',
      'cancelled', now(), 'Town hall', '1 High Street') returning id`;
  await sql`
    insert into participations (id, event_id, email, name, locale, zone, status, uri)
    select gen_random_uuid(), ${event!.id}, 'person-' || i || '@example.org', 'Person ' || i,
      (array['en', 'fr'])[i % 2 + 1], 'Europe/Paris', 'approved', 'https://bench.example/join/' || i
    from generate_series(1, ${MAILS}) i`;
  await sql`vacuum analyze`;
  await sql.end({ timeout: 5 });
  return event!.id;
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

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function figures(seconds: number, count = MAILS): string {
  return `${count} mails in ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} a second`;
}

function makeDataDir({ atEnd }: Run): string {
  const dataDir = mkdtempSync(join(tmpdir(), "carillon-bench-"));
  chmodSync(dataDir, 0o755); // as root, PostgreSQL runs as another user and must pass through
  atEnd(async () => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

await run(bench);
