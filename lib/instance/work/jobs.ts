import { type SQL, sql } from "drizzle-orm";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { redactQuery, redactText } from "@/lib/core/redact";
import { isTroubled, jobState, jobsTable } from "@/lib/jobs/standing";
import { canAdminister } from "../policy";

/** More jobs than these are not counted: a page must not take longer the more there is to look at. */
const MOST_COUNTED = 10_000;
const MOST_LOOKED_AT = 100_000;
const JOBS_PER_PAGE = 25;
const LONGEST_ERROR = 600;

/** Jobs of one kind, as /metrics tells them too. `failing`: those that failed and are tried again; `givenUp`: those that are not any more. */
export type JobCount = { task: string; waiting: number; failing: number; givenUp: number };

/** `isMore`: of which there is more than was counted, which is `most`. */
export type JobCounts = {
  kinds: JobCount[];
  isMore: Record<"waiting" | "failed", boolean>;
  most: number;
};

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

/**
 * What is to be done, by kind, the most first. Of what failed, and of what waits, at most `MOST_COUNTED` are counted; what waits is
 * sought among the youngest `MOST_LOOKED_AT` jobs, since many may have failed. For administrators.
 */
export async function countJobs({ db, actor }: Context): Promise<JobCounts> {
  authorize(canAdminister(actor));
  const youngest = sql`(select * from ${jobsTable} order by id desc limit ${MOST_LOOKED_AT}) as youngest`;
  const [troubled, others] = await Promise.all([
    byTask(db, sql`${jobsTable} where ${isTroubled} limit ${MOST_COUNTED}`),
    byTask(db, sql`${youngest} where not ${isTroubled} limit ${MOST_COUNTED}`),
  ]);
  const kinds = new Map<string, JobCount>();
  for (const { task, state, count } of [...troubled, ...others]) {
    const kind = kinds.get(task) ?? { task, waiting: 0, failing: 0, givenUp: 0 };
    kinds.set(task, { ...kind, [state]: kind[state] + count });
  }
  const isFull = (rows: Counted[]) => rows.reduce((sum, { count }) => sum + count, 0) >= MOST_COUNTED;
  const total = ({ waiting, failing, givenUp }: JobCount) => waiting + failing + givenUp;
  return {
    kinds: [...kinds.values()].sort((a, b) => total(b) - total(a) || a.task.localeCompare(b.task)),
    isMore: {
      waiting: isFull(others) || (isFull(troubled) && (await isMoreToLookAt(db))),
      failed: isFull(troubled),
    },
    most: MOST_COUNTED,
  };
}

async function isMoreToLookAt(db: Context["db"]): Promise<boolean> {
  const rows = await db.execute(
    sql`select id from ${jobsTable} order by id desc offset ${MOST_LOOKED_AT} limit 1`,
  );
  return rows.length > 0;
}

type Counted = { task: string; state: keyof Omit<JobCount, "task">; count: number };

/** Those that run wait for their end. */
async function byTask(db: Context["db"], some: SQL): Promise<Counted[]> {
  const rows = await db.execute<Counted>(sql`
    select identifier as task, case state when 'failed' then 'givenUp' when 'retrying' then 'failing' else 'waiting' end as state,
      count(*)::int
    from (select task_id, ${jobState} as state from ${some}) as found
    join graphile_worker._private_tasks as tasks on tasks.id = task_id group by identifier, state`);
  return [...rows];
}

/** Jobs that failed, the youngest first. `before`: the last one of the page before. For administrators. */
export async function listFailedJobs(
  { db, actor }: Context,
  { before }: { before?: string | undefined },
): Promise<{ jobs: FailedJob[]; hasMore: boolean }> {
  authorize(canAdminister(actor));
  const rows = await db.execute<Omit<FailedJob, "nextAt"> & { nextAt: string | null }>(sql`
    select jobs.id::text, identifier as task, attempts, max_attempts as "maxAttempts", coalesce(last_error, '') as error,
      case when attempts < max_attempts then run_at end as "nextAt", locked_at is not null as "isRunning"
    from (select * from ${jobsTable}
      where ${isTroubled} and (last_error is not null or locked_at is null) and id < ${before ?? LAST}::bigint
      order by id desc limit ${JOBS_PER_PAGE + 1}) as jobs
    join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
    order by jobs.id desc`);
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
