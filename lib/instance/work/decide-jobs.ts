import { sql } from "drizzle-orm";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, notFound } from "@/lib/core/errors";
import { hasFailed, jobsTable } from "@/lib/jobs/standing";
import { writeLog } from "@/lib/journal/write-log";
import { canAdminister } from "../policy";

type Job = { jobId: string };

/** Tries a job that failed again at once, as if for the first time. For administrators. Refuses with `job_not_found`. */
export function retryJob(ctx: Context, { jobId }: Job): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAdminister(tx.actor));
    const task = await taskOf(tx, jobId);
    await tx.db.execute(sql`
      select graphile_worker.reschedule_jobs(array[${jobId}::bigint], run_at => now(), attempts => 0)`);
    await writeLog(tx, { action: "job.retried", details: { task } });
  });
}

/** How many one click tries again. */
const MOST_AT_ONCE = 10_000;

/** The same for all that failed, the oldest first, some thousands at a time. Answers how many. */
export function retryFailedJobs(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAdminister(tx.actor));
    const [row] = await tx.db.execute<{ count: number }>(sql`
      select count(*)::int as count
      from (select array_agg(id) as ids from (select id from ${jobsTable}
        where ${hasFailed} order by id limit ${MOST_AT_ONCE}) as failed) as found,
      graphile_worker.reschedule_jobs(ids, run_at => now(), attempts => 0)`);
    const count = row?.count ?? 0;
    if (count > 0) await writeLog(tx, { action: "jobs.retried", details: { count } });
    return count;
  });
}

/** What a job was to do is not done, and never tried again. For administrators. Refuses with `job_not_found`. */
export function dropJob(ctx: Context, { jobId }: Job): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAdminister(tx.actor));
    const task = await taskOf(tx, jobId);
    await tx.db.execute(sql`select graphile_worker.complete_jobs(array[${jobId}::bigint])`);
    await writeLog(tx, { action: "job.dropped", details: { task } });
  });
}

/** Of a job that failed and is not on its way this moment: that one is left alone, as if it were done. */
async function taskOf({ db }: Context, jobId: string): Promise<string> {
  const [job] = await db.execute<{ task: string }>(sql`
    select task_identifier as task from graphile_worker.jobs
    where id = ${jobId}::bigint and ${hasFailed}`);
  if (!job) throw notFound("job_not_found");
  return job.task;
}
