import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deliveries } from "@/db/schema/activities";
import { mails } from "@/db/schema/mails";
import { servers } from "@/db/schema/servers";
import { countsOf } from "@/lib/core/counts";
import { jobState, oldestDueSeconds } from "@/lib/jobs/standing";
import { gauge, type Metric } from "./exposition";

/** What waits to be done, for whom it fails, and what came in. */
export async function workMetrics(db: Database): Promise<Metric[]> {
  return [await jobs(db), await oldestJob(db), ...(await outgoing(db)), received()];
}

async function jobs(db: Database): Promise<Metric> {
  const rows = await db.execute<{ task: string; state: string; count: number }>(sql`
    select task_identifier as task, ${jobState} as state, count(*)::int
    from graphile_worker.jobs group by 1, 2 order by 1, 2`);
  return {
    name: "carillon_jobs",
    help: "Jobs by task and state; planned: not due yet; retrying: failed and tried again; failed: given up.",
    type: "gauge",
    samples: rows.map(({ task, state, count }) => ({ labels: { task, state }, value: count })),
  };
}

async function oldestJob(db: Database): Promise<Metric> {
  const seconds = await figure(db, sql`select ${oldestDueSeconds()} as value`);
  return gauge("carillon_jobs_oldest_due_seconds", "For how long the oldest job that is due waits.", seconds);
}

async function outgoing(db: Database): Promise<Metric[]> {
  const [told] = await db.execute<Record<"waiting" | "known" | "failing" | "lost", number>>(sql`
    select (select count(*)::int from ${deliveries}) as waiting, count(*)::int as known,
      count(*) filter (where ${servers.failingSince} is not null)::int as failing,
      coalesce(sum(${servers.lost}), 0)::float8 as lost from ${servers}`);
  const { waiting, known, failing, lost } = told!;
  const unsent = await figure(
    db,
    sql`select count(*)::int as value from ${mails} where ${mails.sentAt} is null and ${mails.body} is not null`,
  );
  return [
    gauge("carillon_deliveries_waiting", "Activities that wait for other servers.", waiting),
    gauge("carillon_deliveries_lost", "Activities that were given up, on servers still known.", lost),
    gauge("carillon_servers_known", "Other servers that something came from or goes to.", known),
    gauge("carillon_servers_failing", "Servers among them that do not take what is sent.", failing),
    gauge("carillon_mails_waiting", "Mails that are not sent yet.", unsent),
  ];
}

function received(): Metric {
  return {
    name: "carillon_received_activities_total",
    help: "What other servers sent and this process handled, by outcome.",
    type: "counter",
    samples: countsOf("received_activities").map(([outcome, value]) => ({ labels: { outcome }, value })),
  };
}

async function figure(db: Database, query: SQL): Promise<number> {
  const [row] = await db.execute<{ value: number }>(query);
  return row?.value ?? 0;
}
