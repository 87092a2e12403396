import { eq, sql } from "drizzle-orm";
import { type Report, type ReportCase, reportCases } from "@/db/schema/reports";
import type { Context } from "@/lib/core/context";
import { record } from "@/lib/journal/record";
import type { Thing } from "./thing";

/** The open case of a thing, or a new one. Two at the same time open one: the index of open cases keeps the second from making another. */
export async function openCase(
  tx: Context,
  { kind, id, author, eventId, commentId, copy }: Thing,
): Promise<ReportCase> {
  const [found] = await tx.db
    .insert(reportCases)
    .values({
      kind,
      thingId: id,
      actorId: author.id,
      eventId,
      commentId,
      copy,
      reportedAt: tx.now,
      createdAt: tx.now,
    })
    .onConflictDoUpdate({
      target: [reportCases.kind, reportCases.thingId],
      targetWhere: sql`${reportCases.status} = 'open'`,
      set: { status: "open" },
    })
    .returning();
  return found!;
}

/** Counts a report that was just filed, and lets it be known. */
export async function countReport(tx: Context, report: Report): Promise<Report> {
  const { id: reportId, caseId } = report;
  const [counted] = await tx.db
    .update(reportCases)
    .set({ reportCount: sql`${reportCases.reportCount} + 1`, reportedAt: tx.now })
    .where(eq(reportCases.id, caseId))
    .returning({ reportCount: reportCases.reportCount });
  await record(tx, { kind: "report.filed", caseId, reportId, isFirst: counted!.reportCount === 1 });
  return report;
}
