import { and, eq } from "drizzle-orm";
import { type ReportCase, reportCases } from "@/db/schema/reports";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, notFound } from "@/lib/core/errors";
import { canModerate } from "@/lib/instance/policy";
import type { StaffContext } from "../staff-context";
import { isForThem } from "./for-whom";

/**
 * What every decision about a case goes through: only moderators, in one transaction, one after the other. Of cases about
 * themselves they know nothing: who reported them is told to nobody who was reported. Refuses with `not_allowed` and
 * `case_not_found`.
 */
export function onCase<T>(
  ctx: Context,
  caseId: string,
  decide: (tx: StaffContext, found: ReportCase) => Promise<T>,
): Promise<T> {
  return inTransaction(ctx, async (tx) => {
    const { actor } = tx;
    authorize(canModerate(actor));
    const [found] = await tx.db
      .select()
      .from(reportCases)
      .where(and(eq(reportCases.id, caseId), isForThem({ db: tx.db, actor })))
      .for("update");
    if (!found) throw notFound("case_not_found");
    return decide({ ...tx, actor }, found);
  });
}
