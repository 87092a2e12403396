import { sql } from "drizzle-orm";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { redactQuery, redactText } from "@/lib/core/redact";
import { canAdminister } from "../policy";

/** More jobs than these are not counted: a page must not take longer the more there is to look at. */
const MOST_COUNTED = 100_000;
const JOBS_PER_PAGE = 25;
const LONGEST_ERROR = 600;

/** Jobs of one kind. `failing`: those that failed and are tried again; `givenUp`: those that are not any more. */
export type JobCount = { task: string; waiting: number; failing: number; givenUp: number };

export type FailedJob = {
  id: string;
  task: string;
  attempts: number;
  maxAttempts: number;
  /** What went wrong last, without what it was about. */
  error: string;
  /** When it is tried again; null: never by itself. */
  nextAt: Date | null;
  isRunning: boolean;
};

/** What is to be done, by kind, the most first; of more than `MOST_COUNTED` jobs only so many are counted. For administrators. */
export async function countJobs({ db, actor }: Context): Promise<{ kinds: JobCount[]; isMore: boolean }> {
  authorize(canAdminister(actor));
  const kinds = await db.execute<JobCount>(sql`
    select task, count(*) filter (where not has_failed)::int as waiting,
      count(*) filter (where has_failed and not is_over)::int as failing,
      count(*) filter (where is_over)::int as "givenUp"
    from (select task_identifier as task, last_error is not null as has_failed, attempts >= max_attempts as is_over
      from graphile_worker.jobs limit ${MOST_COUNTED}) as jobs
    group by task order by count(*) desc, task`);
  const counted = kinds.reduce((sum, { waiting, failing, givenUp }) => sum + waiting + failing + givenUp, 0);
  return { kinds: [...kinds], isMore: counted >= MOST_COUNTED };
}

/** Jobs that failed, the youngest first. `before`: the last one of the page before. For administrators. */
export async function listFailedJobs(
  { db, actor }: Context,
  { before }: { before?: string | undefined },
): Promise<{ jobs: FailedJob[]; hasMore: boolean }> {
  authorize(canAdminister(actor));
  const rows = await db.execute<Omit<FailedJob, "nextAt"> & { nextAt: string | null }>(sql`
    select jobs.id::text, task_identifier as task, attempts, max_attempts as "maxAttempts", last_error as error,
      case when attempts < max_attempts then run_at end as "nextAt", locked_at is not null as "isRunning"
    from graphile_worker.jobs as jobs where last_error is not null and jobs.id < ${before ?? LAST}::bigint
    order by jobs.id desc limit ${JOBS_PER_PAGE + 1}`);
  const jobs = rows.slice(0, JOBS_PER_PAGE).map(({ nextAt, error, ...row }) => ({
    ...row,
    error: withoutValues(error),
    nextAt: nextAt === null ? null : new Date(nextAt),
  }));
  return { jobs, hasMore: rows.length > JOBS_PER_PAGE };
}

const LAST = "9223372036854775807";

/** The worker hides values before it writes them down; what others wrote is hidden here. */
export function withoutValues(error: string): string {
  const text = redactText(redactQuery(error));
  return text.length > LONGEST_ERROR ? `${text.slice(0, LONGEST_ERROR)}…` : text;
}
