import { eq } from "drizzle-orm";
import { reportCases } from "@/db/schema/reports";
import type { Context } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { writeLog } from "@/lib/journal/write-log";
import { onCase } from "./on-case";

/** From now on whoever acts looks after the case, also if somebody else did. Refuses with `case_closed`. */
export function takeCase(ctx: Context, caseId: string): Promise<void> {
  return onCase(ctx, caseId, async (tx, { status, assigneeId, actorId }) => {
    if (status === "closed") throw conflict("case_closed");
    if (assigneeId === tx.actor.accountId) return;
    await tx.db.update(reportCases).set({ assigneeId: tx.actor.accountId }).where(eq(reportCases.id, caseId));
    const change = { before: { isTaken: assigneeId !== null }, after: { isTaken: true } };
    await writeLog(tx, { action: "case.assigned", actorId, caseId, ...change });
  });
}

/** Leaves the case to whoever takes it next. Repeating it is harmless. */
export function releaseCase(ctx: Context, caseId: string): Promise<void> {
  return onCase(ctx, caseId, async (tx, { assigneeId, actorId }) => {
    if (!assigneeId) return;
    await tx.db.update(reportCases).set({ assigneeId: null }).where(eq(reportCases.id, caseId));
    const change = { before: { isTaken: true }, after: { isTaken: false } };
    await writeLog(tx, { action: "case.released", actorId, caseId, ...change });
  });
}
