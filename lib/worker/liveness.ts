import type { ReservedSql, Sql } from "postgres";

/** First half of the advisory lock keys of workers; "cari" in ASCII. */
const LOCK_SPACE = 0x63617269;

/**
 * graphile-worker frees the jobs of a killed worker only after four hours. So each worker holds an advisory lock
 * named for its id while it lives: PostgreSQL lets go of it when the process dies, however it dies.
 */
export function liveness(sql: Sql) {
  const own = new Set<string>();
  // Of the connection to come: workers that begin at the same time share it, or they would use up the pool.
  let held: Promise<ReservedSql> | null = null;

  async function hold(workerId: string) {
    own.add(workerId);
    held ??= sql.reserve();
    const connection = await held;
    await connection`select pg_advisory_lock(${LOCK_SPACE}, hashtext(${workerId}))`;
  }

  return {
    hold,
    /** Gives back the jobs of workers that died, after taking own locks again if the database was restarted. */
    async rescue() {
      if (!(await isAlive(held))) {
        held = null;
        for (const workerId of own) await hold(workerId);
      }
      await rescueJobs(sql, own);
    },
    async release() {
      const connection = await held?.catch(() => null);
      if (!connection) return;
      await connection`select pg_advisory_unlock_all()`;
      connection.release();
    },
  };
}

/**
 * A job locked less than five seconds ago is left alone: its worker may just be about to take its lock.
 * Returns how many workers were found dead; while they are dealt with, nobody else deals with them.
 */
export function rescueJobs(sql: Sql, alive: Set<string> = new Set()): Promise<number> {
  return sql.begin(async (tx) => {
    const dead = await tx<{ workerId: string }[]>`
      select locked_by as "workerId" from (
        select distinct locked_by from graphile_worker.jobs
        where locked_by is not null and locked_by <> all(${[...alive]}::text[])
          and locked_at < now() - interval '5 seconds'
      ) as lockers
      where pg_try_advisory_xact_lock(${LOCK_SPACE}, hashtext(locked_by))`;
    const workerIds = dead.map(({ workerId }) => workerId);
    if (workerIds.length > 0) await tx`select graphile_worker.force_unlock_workers(${workerIds})`;
    return workerIds.length;
  });
}

async function isAlive(held: Promise<ReservedSql> | null): Promise<boolean> {
  if (!held) return false;
  return held
    .then((connection) => connection`select 1`)
    .then(
      () => true,
      () => false,
    );
}
