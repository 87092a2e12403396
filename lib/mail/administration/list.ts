import { type SQL, sql } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { canAdminister } from "@/lib/instance/policy";
import { withoutValues } from "@/lib/instance/work/jobs";
import { kindOf } from "../kind-of";
import { sendingKey } from "../queue";

const MAILS_PER_PAGE = 25;
/** More are not counted: a page must not take longer the more there is to look at. */
const MOST_COUNTED = 10_000;

/** Those that wait, and what became of others in the last day. `refused`: the next server said no for good, or an administrator dropped them. */
export type MailCounts = Record<Fate, number> & { isMore: Record<Fate, boolean> };
type Fate = "sent" | "waiting" | "refused";

/** A mail that has not gone yet: neither what it says, nor whom it is for. */
export type UnsentMail = {
  id: string;
  /** What it is about, as its key says. */
  kind: string;
  /** "g•••@example.org". */
  to: string;
  createdAt: Date;
  attempts: number;
  /** Why it did not go; empty: it was not tried yet. */
  error: string;
  /** When it is tried again; null: soon, or never if it failed. */
  nextAt: Date | null;
};

/** Each from an index of its own, and only as far as pages tell. For administrators. */
export async function countMails({ db, actor, now }: Context): Promise<MailCounts> {
  authorize(canAdminister(actor));
  const since = new Date(now.getTime() - 86_400_000).toISOString();
  const upTo = (which: SQL) =>
    sql`(select count(*)::int from (select 1 from ${mails} where ${which} limit ${MOST_COUNTED}) as found)`;
  const [row] = await db.execute<Record<Fate, number>>(sql`
    select ${upTo(sql`${mails.sentAt} > ${since}`)} as sent, ${upTo(sql`${mails.body} is not null`)} as waiting,
      ${upTo(sql`${mails.body} is null and ${mails.sentAt} is null and ${mails.createdAt} > ${since}`)} as refused`);
  const { sent, waiting, refused } = row!;
  const isMore = {
    sent: sent >= MOST_COUNTED,
    waiting: waiting >= MOST_COUNTED,
    refused: refused >= MOST_COUNTED,
  };
  return { sent, waiting, refused, isMore };
}

type Row = Omit<UnsentMail, "createdAt" | "nextAt" | "kind" | "error"> & {
  key: string;
  createdAt: string;
  nextAt: string | null;
  error: string | null;
};

/** Mails that wait or failed, the youngest first. `before`: the last one of the page before. For administrators. */
export async function listUnsentMails(
  { db, actor }: Context,
  { before }: { before?: string | undefined },
): Promise<{ mails: UnsentMail[]; hasMore: boolean }> {
  authorize(canAdminister(actor));
  const isBefore = before ? sql`and ${mails.id} < ${before}::uuid` : sql``;
  const rows = await db.execute<Row>(sql`
    select found.id, found.key, found.to, found.created_at as "createdAt", coalesce(jobs.attempts, 0) as attempts,
      jobs.last_error as error, case when jobs.attempts < jobs.max_attempts then jobs.run_at end as "nextAt"
    from (select id, key, created_at, body ->> 'to' as to from ${mails}
      where ${mails.body} is not null ${isBefore} order by id desc limit ${MAILS_PER_PAGE + 1}) as found
    left join graphile_worker._private_jobs as jobs on jobs.key = ${sendingKey("")} || found.id
    order by found.id desc`);
  return { mails: rows.slice(0, MAILS_PER_PAGE).map(shown), hasMore: rows.length > MAILS_PER_PAGE };
}

function shown({ key, to, createdAt, nextAt, error, ...row }: Row): UnsentMail {
  return {
    ...row,
    kind: kindOf(key),
    to: shortened(to),
    createdAt: new Date(createdAt),
    error: error ? withoutValues(error) : "",
    nextAt: nextAt ? new Date(nextAt) : null,
  };
}

/** As much of an address as shows a typing error in its domain. */
export function shortened(address: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, 1)}•••${address.slice(at)}`;
}
