import { type SQL, sql } from "drizzle-orm";

/** The table of graphile-worker; its view of the same name without "_private_" lacks what its indexes are made of. */
export const jobsTable = sql.raw("graphile_worker._private_jobs");

/**
 * A job that failed, or has no tries left: an index holds just these (db/job-indexes.sql). Its try is counted when it begins,
 * so one without an error that runs for the last time is among them: it fails only once it is let go.
 */
export const isTroubled = sql.raw("(last_error is not null or attempts >= max_attempts)");

/** Without those that run this moment. */
export const hasFailed = sql`(${isTroubled} and locked_at is null)`;

/**
 * How a job stands, in one word for all who count: "running", "failed" (given up), "retrying" (failed, tried again), "planned"
 * (not due yet) or "waiting".
 */
export const jobState = sql.raw(`case
  when locked_at is not null then 'running'
  when attempts >= max_attempts then 'failed'
  when last_error is not null then 'retrying'
  when run_at > now() then 'planned'
  else 'waiting' end`);

/**
 * For how many seconds the oldest job that is due waits; 0: none does. The index is by priority and time, so that each
 * priority costs one look, however many jobs there are.
 */
export function oldestDueSeconds(): SQL<number> {
  const next = (than: SQL) => sql`(select min(priority) from ${jobsTable} where is_available = true ${than})`;
  return sql<number>`(
    with recursive priorities (priority) as (
      ${next(sql``)} union all select ${next(sql`and priority > known.priority`)} from priorities as known
      where known.priority is not null)
    select greatest(0, coalesce(extract(epoch from now() - min(
      (select min(run_at) from ${jobsTable} as jobs where is_available = true and jobs.priority = known.priority))), 0))::float8
    from priorities as known where known.priority is not null)`;
}
