import { and, asc, count, desc, eq, inArray, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accounts } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { type ReportCase, reportCases, reportNotes, reports } from "@/db/schema/reports";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/text/uuid";
import { findOwner } from "@/lib/identities/own";
import { canModerate } from "@/lib/instance/policy";
import { isForThem } from "./for-whom";

/** More earlier cases are for the log. */
const EARLIER_SHOWN = 10;

export type CaseDetails = NonNullable<Awaited<ReturnType<typeof findCase>>>;

/** A case with all that helps to decide it: what is said, the thing now, both sides' history, notes. For moderators, but null for those whom it is about. */
export async function findCase(ctx: Context, id: string) {
  const { actor } = ctx;
  authorize(canModerate(actor));
  if (!isUuid(id)) return null;
  const [row] = await ctx.db
    .select({ found: reportCases, reported: actors, assignee: accounts.email })
    .from(reportCases)
    .innerJoin(actors, eq(actors.id, reportCases.actorId))
    .leftJoin(accounts, eq(accounts.id, reportCases.assigneeId))
    .where(and(eq(reportCases.id, id), isForThem({ db: ctx.db, actor })));
  if (!row) return null;
  const [owner, said, notes, earlier, now] = await Promise.all([
    findOwner(ctx, row.reported.id),
    listReports(ctx, id),
    listNotes(ctx, id),
    listEarlier(ctx, row.found),
    findNow(ctx, row.found),
  ]);
  // Whose it is stays unknown; only whether it can be locked, and is, and what went with it of the one that was reported.
  const account =
    owner?.role === "member"
      ? { isLocked: owner.suspendedAt !== null, isHidden: owner.hiddenAt !== null }
      : null;
  const isWithAccount = owner?.isHiddenWithAccount ?? false;
  return { ...row, account, isWithAccount, reports: said, notes, earlier, now };
}

/** What each reporter says, the first first; with how often they reported anything at all. */
async function listReports({ db }: Context, caseId: string) {
  const reporter = alias(actors, "reporter");
  const rows = await db
    .select({
      report: reports,
      reporter: { id: reporter.id, name: reporter.name, handle: reporter.handle, domain: reporter.domain },
    })
    .from(reports)
    .leftJoin(reporter, eq(reporter.id, reports.reporterId))
    .where(eq(reports.caseId, caseId))
    .orderBy(asc(reports.id))
    .limit(100);
  const ids = rows.flatMap((row) => row.reporter?.id ?? []);
  const counts = ids.length
    ? await db
        .select({ id: reports.reporterId, total: count() })
        .from(reports)
        .where(inArray(reports.reporterId, ids))
        .groupBy(reports.reporterId)
    : [];
  const totals = new Map(counts.map(({ id, total }) => [id, total]));
  return rows.map((row) => ({ ...row, total: totals.get(row.reporter?.id ?? "") ?? 0 }));
}

function listNotes({ db }: Context, caseId: string) {
  return db
    .select({ note: reportNotes, author: accounts.email })
    .from(reportNotes)
    .leftJoin(accounts, eq(accounts.id, reportNotes.authorId))
    .where(eq(reportNotes.caseId, caseId))
    .orderBy(asc(reportNotes.createdAt));
}

/** Other cases about the same identity and what is theirs. */
function listEarlier({ db }: Context, { id, actorId }: ReportCase) {
  return db
    .select({
      id: reportCases.id,
      title: reportCases.copy,
      status: reportCases.status,
      reportedAt: reportCases.reportedAt,
    })
    .from(reportCases)
    .where(and(eq(reportCases.actorId, actorId), ne(reportCases.id, id)))
    .orderBy(desc(reportCases.reportedAt))
    .limit(EARLIER_SHOWN);
}

/** The thing as it is by now; null: an identity, or it is gone. */
async function findNow({ db }: Context, { eventId, commentId, kind }: ReportCase) {
  if (kind === "comment" && commentId) {
    const [comment] = await db.select().from(comments).where(eq(comments.id, commentId));
    if (!comment || comment.deletedAt) return null;
    return {
      title: "",
      html: comment.html,
      isRemoved: comment.status === "removed",
      since: comment.removedAt,
    };
  }
  if (kind !== "event" || !eventId) return null;
  const [event] = await db.select().from(events).where(eq(events.id, eventId));
  if (!event || (event.deletedAt && !event.removal)) return null;
  const { title, descriptionHtml: html, removal, deletedAt } = event;
  return { title, html, isRemoved: removal === "moderators", since: deletedAt };
}
