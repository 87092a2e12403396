import { and, asc, eq, gt } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Report, type ReportCase, reportCases, reports } from "@/db/schema/reports";
import { rowsInPages } from "@/lib/core/rows-in-pages";

const PAGE = 500;

type Own = { report: Report; about: ReportCase["copy"] };

/** What an identity reported, the oldest first, in the form of the activity `Flag`. */
export async function* reportObjects(
  db: Database,
  actor: { id: string; uri: string },
): AsyncGenerator<object> {
  for await (const { report, about } of ownReports(db, actor.id)) {
    const { category, words: content, createdAt } = report;
    const published = createdAt.toISOString();
    yield { type: "Flag", actor: actor.uri, object: about.url, category, content, published };
  }
}

function ownReports(db: Database, actorId: string): AsyncGenerator<Own> {
  return rowsInPages(
    PAGE,
    (last: Own | undefined): Promise<Own[]> =>
      db
        .select({ report: reports, about: reportCases.copy })
        .from(reports)
        .innerJoin(reportCases, eq(reportCases.id, reports.caseId))
        .where(and(eq(reports.reporterId, actorId), last && gt(reports.id, last.report.id)))
        .orderBy(asc(reports.id))
        .limit(PAGE),
  );
}
