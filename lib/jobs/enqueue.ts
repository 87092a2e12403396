import { type SQL, sql } from "drizzle-orm";
import type { Context } from "@/lib/core/context";
import type { Tasks } from "./tasks";

type Options = {
  /** At most one waiting job has this key; adding it again changes nothing. */
  key?: string;
  /** Jobs of one queue run one after the other. */
  queue?: string;
  runAt?: Date;
  /** Jobs with a higher number wait for those with a lower one; 0 unless said. */
  priority?: number;
  /** Tries before it is given up, with exponential back-off: 25 take about three days. */
  maxAttempts?: number;
};

/**
 * Adds a job inside the caller's transaction: it exists if and only if the reason for it was committed.
 * The worker starts it within milliseconds after the commit.
 */
export async function enqueue<T extends keyof Tasks & string>(
  ctx: Context,
  { task, payload, key, queue, runAt, maxAttempts = 25 }: { task: T; payload: Tasks[T] } & Options,
): Promise<void> {
  await ctx.db.execute(sql`
    select graphile_worker.add_job(
      ${task}::text,
      payload => ${JSON.stringify(payload)}::json,
      queue_name => ${queue ?? null}::text,
      run_at => ${runAt?.toISOString() ?? null}::timestamptz,
      max_attempts => ${maxAttempts}::int,
      job_key => ${key ?? null}::text,
      job_key_mode => 'replace'::text)`);
}

type ManyOf<T extends keyof Tasks> = {
  task: T;
  jobs: { payload: Tasks[T]; key?: string }[];
} & Pick<Options, "runAt" | "priority" | "maxAttempts">;

/** Adds many jobs of one kind, as `enqueue` does, in one statement. */
export async function enqueueAll<T extends keyof Tasks & string>(
  ctx: Context,
  { task, jobs, runAt, priority = 0, maxAttempts = 25 }: ManyOf<T>,
): Promise<void> {
  if (jobs.length === 0) return;
  await ctx.db.execute(sql`
    select graphile_worker.add_job(
      ${task}::text,
      payload => job -> 'payload',
      run_at => ${runAt?.toISOString() ?? null}::timestamptz,
      max_attempts => ${maxAttempts}::int,
      priority => ${priority}::int,
      job_key => job ->> 'key',
      job_key_mode => 'replace'::text)
    from json_array_elements(${JSON.stringify(jobs)}::json) as job`);
}

/** The same as a part of a larger statement: a job for each row, whose payload is this expression. */
export function addingJob(task: keyof Tasks & string, payload: SQL): SQL {
  return sql`graphile_worker.add_job(${task}::text, payload => ${payload}, max_attempts => 25)`;
}
