import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { isDemo, lastWipe } from "@/lib/core/demo";
import { AppError, authorize, conflict } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { dropPages, EVERYTHING } from "@/lib/journal/drop-pages";
import { noteStrayFiles, removeNotedFiles } from "./files";
import { canWipe } from "./policy";
import { readyMadeEmail } from "./roles";
import { drawPictures } from "./town/pictures";
import { fixedId } from "./town/plant";
import { plantTown } from "./town/plant-town";

/** What people do may take so long until the wipe gives way and tries again. */
const PATIENCE_MS = 700;
const TRIES = 60;

/**
 * Brings the demonstration back to how it began: whatever anybody made is gone, and the same town is there, its dates
 * counted from now. One transaction, for which whoever asks meanwhile waits a second or two; killed, it did not happen,
 * and files go after it, at the next start if need be. Refuses with `no_demo` wherever the town was not planted by us.
 */
export async function wipeDemo(ctx: Context): Promise<void> {
  authorize(canWipe(ctx.actor));
  if (!isDemo() || !(await findSince(ctx.db))) throw new AppError("not_found", "no_demo");
  await rebuild(ctx);
  log("demo").info("everything was wiped");
}

/** The same if its time has come, and it was not done since: the job of every hour. */
export async function wipeIfDue(ctx: Context): Promise<void> {
  if (!isDemo()) return;
  const since = await findSince(ctx.db);
  if (since && since < lastWipe(ctx.now)) await wipeDemo(ctx);
}

/**
 * At the start, before anybody asks: plants the town into an empty database, or looks whether a wipe is due and whether
 * one was cut off. Throws for a database in which there are people that it would have to take away.
 */
export async function beginDemo(db: Database, now: Date): Promise<void> {
  const ctx: Context = { db, actor: { kind: "system" }, now };
  const since = await findSince(db);
  if (!since && (await hasPeople(db)))
    throw new Error(
      "DEMO=1 would wipe everything every 48 hours, and this database holds accounts of people. " +
        "Set DATA_DIR to another directory, or DATABASE_URL to an empty database.",
    );
  if (!since || since < lastWipe(now)) return rebuild(ctx);
  await drawPictures();
  await removeNotedFiles(since);
}

async function rebuild({ db, now }: Context): Promise<void> {
  await drawPictures();
  for (let tries = 1; ; tries++) {
    try {
      await inOneGo(db, now);
      return await removeNotedFiles(now);
    } catch (error) {
      if (!isImpatience(error)) throw error;
      if (tries === TRIES) throw conflict("demo_busy");
      await sleep(100 + Math.random() * 200); // those who were in the way go first
    }
  }
}

function inOneGo(db: Database, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    const tables = await listTables(tx);
    // Given up before anybody who waits for us would be, as the victim of a deadlock (after a second).
    await tx.execute(sql`select set_config('statement_timeout', ${String(PATIENCE_MS)}, true)`);
    await tx.execute(sql`lock table ${sql.raw(tables)} in access exclusive mode`);
    await tx.execute(sql`select set_config('statement_timeout', '30000', true)`);
    await noteStrayFiles(now);
    await tx.execute(sql`truncate ${sql.raw(tables)} restart identity`);
    await plantTown(tx, now);
    await dropPages({ db: tx }, [EVERYTHING]);
  });
}

/** All of ours, and the jobs that wait. What the worker knows of itself stays, since it goes on. */
async function listTables(db: Database): Promise<string> {
  const rows = await db.execute<{ name: string }>(sql`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and (n.nspname = 'public'
      or (n.nspname = 'graphile_worker' and c.relname in ('_private_jobs', '_private_job_queues')))
    order by 1`);
  return rows.map(({ name }) => name).join(", ");
}

/** Since when this town is there; null: it is none of ours. Nobody else has an account with this id. */
async function findSince(db: Database): Promise<Date | null> {
  const [account] = await db
    .select({ createdAt: accounts.createdAt, email: accounts.email })
    .from(accounts)
    .where(eq(accounts.id, fixedId("accounts 1")));
  return account?.email === readyMadeEmail("member") ? account.createdAt : null;
}

async function hasPeople(db: Database): Promise<boolean> {
  return (await db.select({ id: accounts.id }).from(accounts).limit(1)).length > 0;
}

function isImpatience(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : null;
  return cause instanceof Error && "code" in cause && ["57014", "40P01"].includes(String(cause.code));
}
