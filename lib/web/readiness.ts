import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json";
import { secondsSinceBeat } from "@/lib/worker/pulse";
import { inTime } from "./in-time";

type Part = "database" | "migrations" | "worker";

/** What is wrong with each part, in a few words; "ok": nothing. */
export type Readiness = Record<Part, string>;

const WORKER_SECONDS = 60;

/** Whether this process can do its work: its database answers and is of its release, and its worker lives. */
export async function readReadiness(db: Database, { hasWorker }: { hasWorker: boolean }): Promise<Readiness> {
  const migrations = await inTime(countMissing(db));
  return {
    database: migrations === null ? "does not answer" : "ok",
    migrations: migrationsInWords(migrations),
    worker: hasWorker ? workerInWords() : "ok",
  };
}

/** Whether the database answers at all: in time, also when it neither answers nor hangs up. */
export async function readHealth(db: Database, milliseconds?: number): Promise<string> {
  const answer = await inTime(db.execute(sql`select 1`), milliseconds);
  return answer ? "ok" : "database: does not answer";
}

/** Of the migrations that this release brings, how many the database does not have; all of them if it has no tables. */
async function countMissing(db: Database): Promise<number> {
  const wanted = journal.entries.map(({ when }) => when);
  const [table] = await db.execute<{ exists: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`,
  );
  if (!table?.exists) return wanted.length;
  // A later one was made after all before it, and drizzle looks at the last alone.
  const [last] = await db.execute<{ at: number }>(
    sql`select coalesce(max(created_at), 0)::float8 as at from drizzle.__drizzle_migrations`,
  );
  return wanted.filter((when) => when > (last?.at ?? 0)).length;
}

function migrationsInWords(missing: number | null): string {
  if (missing === null) return "not known";
  return missing === 0 ? "ok" : `${missing} to do`;
}

function workerInWords(): string {
  const seconds = secondsSinceBeat();
  if (seconds === null) return "not started";
  return seconds <= WORKER_SECONDS ? "ok" : `no sign of life for ${Math.round(seconds)} s`;
}
