import type { Sql } from "postgres";

/** First half of the advisory lock keys of workers; "cari" in ASCII. */
const LOCK_SPACE = 0x63617269;

/**
 * graphile-worker frees the jobs of a killed worker only after four hours. So each worker holds an advisory lock
 * named for its id while it lives: PostgreSQL lets go of it when the process dies, however it dies.
 */
export async function holdLiveness(sql: Sql) {
  const held = await sql.reserve();
  return {
    add: (workerId: string) => held`select pg_advisory_lock(${LOCK_SPACE}, hashtext(${workerId}))`,
    release: () => held.release(),
  };
}

/**
 * Gives back the jobs of workers that died. A job locked less than five seconds ago is left alone: its worker
 * may just be about to take its lock.
 */
export async function rescueJobs(sql: Sql): Promise<void> {
  const locked = await sql<{ workerId: string }[]>`
    select distinct locked_by as "workerId" from graphile_worker.jobs
    where locked_by is not null and locked_at < now() - interval '5 seconds'`;
  const dead: string[] = [];
  for (const { workerId } of locked) if (await isDead(sql, workerId)) dead.push(workerId);
  if (dead.length > 0) await sql`select graphile_worker.force_unlock_workers(${dead})`;
}

async function isDead(sql: Sql, workerId: string): Promise<boolean> {
  const [row] = await sql.begin(
    (tx) => tx<{ free: boolean }[]>`select pg_try_advisory_xact_lock(${LOCK_SPACE}, hashtext(${workerId})) as free`,
  );
  return row?.free ?? false;
}
