import { and, count, desc, eq, exists, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { type Report, type ReportCase, reportCases, reports } from "@/db/schema/reports";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { canModerate } from "@/lib/instance/policy";
import { isForThem } from "./for-whom";

export const CASES_PER_PAGE = 25;

export const caseTabs = ["open", "mine", "closed"] as const;
export type CaseTab = (typeof caseTabs)[number];

/** `after`: the last case of the page before. */
export type CaseFilter = {
  tab: CaseTab;
  kind?: ReportCase["kind"];
  category?: Report["category"];
  after?: Pick<ReportCase, "id" | "reportedAt">;
};

export type CaseRow = {
  found: ReportCase;
  reported: { name: string; handle: string; domain: string | null };
  categories: Report["category"][];
};

/** A page of cases, the last reported first, and whether there are more. For moderators, without those about themselves. */
export async function listCases(
  ctx: Context,
  filter: CaseFilter,
): Promise<{ cases: CaseRow[]; hasMore: boolean }> {
  const { after } = filter;
  const rows = await ctx.db
    .select({
      found: reportCases,
      reported: { name: actors.name, handle: actors.handle, domain: actors.domain },
    })
    .from(reportCases)
    .innerJoin(actors, eq(actors.id, reportCases.actorId))
    .where(and(matching(ctx, filter), after && isAfter(after)))
    .orderBy(desc(reportCases.reportedAt), desc(reportCases.id))
    .limit(CASES_PER_PAGE + 1);
  const shown = rows.slice(0, CASES_PER_PAGE);
  const categories = await categoriesOf(
    ctx,
    shown.map(({ found }) => found.id),
  );
  return {
    cases: shown.map((row) => ({ ...row, categories: categories.get(row.found.id) ?? [] })),
    hasMore: rows.length > CASES_PER_PAGE,
  };
}

/** How many wait, and how many of them for whoever asks. */
export async function countCases(ctx: Context): Promise<Record<"open" | "mine", number>> {
  const mine = matching(ctx, { tab: "mine" });
  const [row] = await ctx.db
    .select({ open: count(), mine: sql<number>`(count(*) filter (where ${mine}))::int` })
    .from(reportCases)
    .where(matching(ctx, { tab: "open" }));
  return row!;
}

function matching({ db, actor }: Context, { tab, kind, category }: CaseFilter): SQL | undefined {
  authorize(canModerate(actor));
  const inTab =
    tab === "mine"
      ? and(eq(reportCases.assigneeId, actor.accountId), eq(reportCases.status, "open"))
      : eq(reportCases.status, tab);
  const ofCategory =
    category &&
    exists(
      db
        .select({ one: sql`1` })
        .from(reports)
        .where(and(eq(reports.caseId, reportCases.id), eq(reports.category, category))),
    );
  return and(inTab, isForThem({ db, actor }), kind && eq(reportCases.kind, kind), ofCategory);
}

function isAfter({ id, reportedAt }: Pick<ReportCase, "id" | "reportedAt">): SQL | undefined {
  return or(
    lt(reportCases.reportedAt, reportedAt),
    and(eq(reportCases.reportedAt, reportedAt), lt(reportCases.id, id)),
  );
}

async function categoriesOf({ db }: Context, caseIds: string[]) {
  const found = new Map<string, Report["category"][]>();
  if (caseIds.length === 0) return found;
  const rows = await db
    .selectDistinct({ caseId: reports.caseId, category: reports.category })
    .from(reports)
    .where(inArray(reports.caseId, caseIds));
  for (const { caseId, category } of rows) found.set(caseId, [...(found.get(caseId) ?? []), category]);
  return found;
}
