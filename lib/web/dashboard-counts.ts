import { type SQL, sql } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { mails } from "@/db/schema/mails";
import { participations } from "@/db/schema/participations";
import { reportCases } from "@/db/schema/reports";
import { servers } from "@/db/schema/servers";
import { oldestDueSeconds } from "@/lib/jobs/standing";

/** "about": as PostgreSQL estimates; "over": more were not counted. */
export type Figure = { count: number; how: "exactly" | "about" | "over" };

/** Beyond that, nothing is counted one by one: the page must not take longer the larger the server is. */
const MOST_COUNTED = 10_000;
const WEEK = 7 * 86_400_000;

export type AccountCounts = Record<"confirmed" | "fresh" | "unconfirmed" | "locked" | "leaving", number> & {
  isMore: boolean;
};

/** The newest accounts, which are those that matter, and all of most servers. */
export async function countAccounts(db: Database, now: Date): Promise<AccountCounts> {
  const { id, confirmedAt, createdAt, suspendedAt, leavesAt } = accounts;
  const weekAgo = new Date(now.getTime() - WEEK).toISOString();
  const [row] = await db.execute<AccountCounts>(sql`
    select count(*) filter (where is_confirmed)::int as confirmed,
      count(*) filter (where is_confirmed and is_fresh)::int as fresh,
      count(*) filter (where not is_confirmed)::int as unconfirmed,
      count(*) filter (where is_locked)::int as locked, count(*) filter (where is_leaving)::int as leaving,
      count(*) >= ${MOST_COUNTED * 5} as "isMore"
    from (select ${confirmedAt} is not null as is_confirmed, ${createdAt} > ${weekAgo} as is_fresh,
        ${suspendedAt} is not null as is_locked, ${leavesAt} is not null as is_leaving
      from ${accounts} order by ${id} desc limit ${MOST_COUNTED * 5}) as newest`);
  return row!;
}

/** What people here and elsewhere made. `soon`: in the next seven days. */
export async function countContents(db: Database, now: Date) {
  const listed = sql`${events.publishedAt} is not null and ${events.visibility} = 'public' and ${events.deletedAt} is null`;
  const [at, inAWeek] = [now.toISOString(), new Date(now.getTime() + WEEK).toISOString()];
  const bounded = {
    identities: upTo(sql`from ${actors} where ${actors.domain} is null and ${actors.kind} = 'person'
      and ${actors.deletedAt} is null`),
    upcoming: upTo(sql`from ${events} where ${listed} and ${events.startsAt} >= ${at}`),
    soon: upTo(
      sql`from ${events} where ${listed} and ${events.startsAt} >= ${at} and ${events.startsAt} < ${inAWeek}`,
    ),
  };
  const known = {
    published: estimated(events, sql`${events.publishedAt} is not null and ${events.deletedAt} is null`),
    answers: estimated(participations, sql`true`),
    comments: estimated(comments, sql`${comments.status} = 'visible'`),
  };
  const [over, about] = await Promise.all([figures(db, bounded, "over"), figures(db, known, "about")]);
  return { ...over, ...about };
}

/** One query for all of them. Beyond what is counted, `how` says what the number is. */
async function figures<Name extends string>(
  db: Database,
  asked: Record<Name, SQL>,
  how: Figure["how"],
): Promise<Record<Name, Figure>> {
  const columns = Object.entries<SQL>(asked).map(
    ([name, figure]) => sql`(${figure}) as ${sql.identifier(name)}`,
  );
  const [row] = await db.execute<Record<Name, number>>(sql`select ${sql.join(columns, sql`, `)}`);
  const told = Object.entries<number>(row!).map(([name, count]) => {
    const isCounted = count <= MOST_COUNTED;
    return [
      name,
      { count: isCounted || how === "about" ? count : MOST_COUNTED, how: isCounted ? "exactly" : how },
    ];
  });
  return Object.fromEntries(told);
}

/** How the server itself is; sizes in bytes. `lateSeconds`: for how long the oldest job that is due waits. */
export async function readMachine(db: Database) {
  const [row] = await db.execute<{
    known: number;
    failing: number;
    size: number;
    lateSeconds: number;
    lateMails: number;
    oldestCase: string | null;
  }>(sql`
    select count(*)::int as known, count(*) filter (where ${servers.failingSince} is not null)::int as failing,
      pg_database_size(current_database())::float8 as size,
      ${oldestDueSeconds()} as "lateSeconds",
      (select (count(*) filter (where created_at < now() - interval '1 hour'))::int from (select created_at from ${mails}
        where body is not null order by id limit 1000) as oldest) as "lateMails",
      (select min(${reportCases.reportedAt})::text from ${reportCases} where ${reportCases.status} = 'open') as "oldestCase"
    from ${servers}`);
  const { oldestCase, ...machine } = row!;
  return { ...machine, oldestCase: oldestCase ? new Date(oldestCase) : null };
}

function upTo(rows: SQL): SQL {
  return sql`select count(*)::int from (select 1 ${rows} limit ${MOST_COUNTED + 1}) as found`;
}

/** Counted where there are few rows; else what PostgreSQL knows of the table, which holds some that are not meant too. */
function estimated(table: PgTable, meant: SQL): SQL {
  return sql`select case when reltuples > ${MOST_COUNTED} then reltuples::int else (select count(*)::int from ${table}
    where ${meant}) end from pg_class where oid = ${getTableConfig(table).name}::regclass`;
}
