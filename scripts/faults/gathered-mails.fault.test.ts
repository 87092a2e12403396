import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { type Connection, connect, type Database } from "@/db/client";
import { startEmbedded } from "@/db/embedded/start";
import { migrateDatabase } from "@/db/migrate";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { mails } from "@/db/schema/mails";
import { participations } from "@/db/schema/participations";
import { createAccount, createEvent } from "@/db/testing/factories";
import { type Launched, runScript, temporaryDir } from "./launch";

/** More than are written to at once. */
const PEOPLE = 230;
const day = 86_400_000;

test("however often it is killed, everybody is told of gathered edits, in one mail, as they stand at last", async () => {
  const { settings, db, sql: client } = await begin();
  const event = await createEvent(db, { startsAt: new Date(Date.now() + 200 * day), endsAt: null });
  await crowd(db, event.id);
  const worker = () => runScript(["scripts/worker.ts"], settings);

  // Killed between edits.
  const editor = runScript(["scripts/faults/editor.ts", event.id, event.organizerId], settings);
  await editor.says(/\n5\n/);
  await kill(editor);
  const [edited] = await db.select({ title: events.title }).from(events);
  expect(Number(edited!.title.slice(5))).toBeGreaterThanOrEqual(lastNumber(editor.output()));

  // Killed when it has put the telling off.
  const first = worker();
  await until(async () => (await waitingTelling(db)) !== null);
  await kill(first);
  await letHalfAnHourPass(db);

  // Killed in the middle of writing: the mail to the last of them is held back.
  const release = await holdLastMail(client, db, event.id);
  const second = worker();
  await until(() => isSomebodyWaiting(client));
  await kill(second);
  await release();
  expect(await db.$count(mails)).toBe(0);

  // Killed in the middle of sending.
  const third = worker();
  await until(async () => sentTo(settings.DATA_DIR).length > 100);
  await kill(third);
  worker();
  await until(async () => (await db.$count(mails, sql`sent_at is not null`)) === PEOPLE);

  expect(await db.$count(mails)).toBe(PEOPLE);
  const told = sentTo(settings.DATA_DIR);
  expect(told).toHaveLength(PEOPLE);
  expect(new Set(told)).toHaveLength(PEOPLE);
  const name = edited!.title.replace(" ", "[ _]");
  for (const mail of mailsIn(settings.DATA_DIR))
    expect(mail).toMatch(new RegExp(`^Subject: .*${name}\\D`, "m"));
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
    WORKER_CONCURRENCY: "20",
  };
  return { settings, ...connection };
}

/** Many who were let in yesterday, each under a name of their own. */
async function crowd(db: Database, eventId: string) {
  const { id } = await createAccount(db);
  await db.insert(actors).values(
    Array.from({ length: PEOPLE }, (_, n) => ({
      kind: "person" as const,
      handle: `p${n}`,
      name: `P${n}`,
      uri: `u:${n}`,
    })),
  );
  const [isOne, yesterday] = [sql`${actors.handle} ~ '^p[0-9]+$'`, new Date(Date.now() - day).toISOString()];
  await db.execute(
    sql`insert into account_identities (actor_id, account_id) select id, ${id} from actors where ${isOne}`,
  );
  await db.execute(sql`
    insert into participations (id, event_id, actor_id, status, uri, created_at, decided_at)
    select gen_random_uuid(), ${eventId}, id, 'approved', 'join:' || id, ${yesterday}, ${yesterday}
    from actors where ${isOne}`);
}

async function kill(process_: Launched) {
  process.kill(process_.pid, "SIGKILL");
  await process_.exited;
}

function lastNumber(output: string): number {
  return Number(output.match(/^\d+$/gm)?.at(-1));
}

/** When people are to be told, once that was put off. */
async function waitingTelling(db: Database): Promise<string | null> {
  const [job] = await db.execute<{ run_at: string }>(sql`
    select run_at from graphile_worker.jobs where key like 'tell:announceUpdate:%' and run_at > now() + interval '20 minutes'`);
  const [left] = await db.execute(sql`select 1 from graphile_worker.jobs where task_identifier = 'hear'`);
  return left ? null : (job?.run_at ?? null);
}

async function letHalfAnHourPass(db: Database) {
  await db.execute(sql`update pending_updates set since = since - interval '31 minutes'`);
  await db.execute(sql`update graphile_worker._private_jobs set run_at = now()`);
}

/** Takes the key of the mail that is written last, until it is released. */
async function holdLastMail(client: Connection["sql"], db: Database, eventId: string) {
  const [last] = await db
    .select({ id: participations.id, version: events.version })
    .from(participations)
    .innerJoin(events, sql`${events.id} = ${eventId}`)
    .orderBy(sql`${participations.id} desc`)
    .limit(1);
  const held = await client.reserve();
  await held`begin`;
  await held`insert into mails (id, key) values (gen_random_uuid(), ${`event.updated:${eventId}:${last!.version}:${last!.id}`})`;
  return async () => {
    await held`rollback`;
    held.release();
  };
}

async function isSomebodyWaiting(client: Connection["sql"]): Promise<boolean> {
  const waiting =
    await client`select 1 from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%into "mails"%'`;
  return waiting.length > 0;
}

function mailsIn(dataDir: string): string[] {
  try {
    const folder = join(dataDir, "mail");
    const files = readdirSync(folder).filter((file) => file.endsWith(".eml"));
    return files.map((file) => readFileSync(join(folder, file), "utf8"));
  } catch {
    return [];
  }
}

/** Who was written to: once for each mail. */
function sentTo(dataDir: string): string[] {
  return mailsIn(dataDir).map((mail) => /Hello (P\d+),/.exec(mail)?.[1] ?? "nobody");
}

/** Within a minute: a killed worker's jobs are taken over in two rounds of some seconds. */
async function until(is: () => Promise<boolean>) {
  const deadline = Date.now() + 60_000;
  while (!(await is())) {
    if (Date.now() > deadline) throw new Error(`It never came to this: ${is}`);
    await sleep(100);
  }
}
