import { and, eq } from "drizzle-orm";
import { reportCases } from "@/db/schema/reports";
import type { Context } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { isDuplicate } from "@/lib/core/unique";
import { record } from "@/lib/journal/record";
import { writeLog } from "@/lib/journal/write-log";
import { onCase } from "./on-case";

/**
 * Ends a case: those who reported it are told what was found, in these words or ours. What is reported afterwards is a
 * new case. Repeating it is harmless.
 */
export function closeCase(
  ctx: Context,
  { caseId, answer }: { caseId: string; answer: string },
): Promise<void> {
  return onCase(ctx, caseId, async (tx, { status, actorId, assigneeId }) => {
    if (status === "closed") return;
    await tx.db
      .update(reportCases)
      .set({ status: "closed", closedAt: tx.now, answer, assigneeId: assigneeId ?? tx.actor.accountId })
      .where(eq(reportCases.id, caseId));
    const change = { before: { status }, after: { status: "closed" } };
    await writeLog(tx, { action: "case.closed", actorId, caseId, reason: answer, ...change });
    await record(tx, { kind: "report.closed", caseId });
  });
}

/** Takes a case up again. Repeating it is harmless. Refuses with `case_follows` if there is an open one of the same thing. */
export function reopenCase(ctx: Context, caseId: string): Promise<void> {
  return onCase(ctx, caseId, async (tx, { status, actorId, kind, thingId }) => {
    if (status === "open") return;
    const isSame = and(eq(reportCases.kind, kind), eq(reportCases.thingId, thingId));
    const open = await tx.db.$count(reportCases, and(isSame, eq(reportCases.status, "open")));
    if (open > 0) throw conflict("case_follows");
    await tx.db.update(reportCases).set({ status: "open", closedAt: null }).where(eq(reportCases.id, caseId));
    const change = { before: { status }, after: { status: "open" } };
    await writeLog(tx, { action: "case.reopened", actorId, caseId, ...change });
  }).catch((error: unknown) => {
    // Reported anew in the same moment: the index of open cases lets one of the two through.
    throw isDuplicate(error) ? conflict("case_follows") : error;
  });
}
