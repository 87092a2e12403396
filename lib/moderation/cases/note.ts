import { reportNotes } from "@/db/schema/reports";
import type { Context } from "@/lib/core/context";
import { writeLog } from "@/lib/journal/write-log";
import { onCase } from "./on-case";

/** Leaves a note for the other moderators. The log tells that there is one, not what it says. */
export function addNote(ctx: Context, { caseId, text }: { caseId: string; text: string }): Promise<void> {
  return onCase(ctx, caseId, async (tx, { actorId }) => {
    await tx.db.insert(reportNotes).values({ caseId, authorId: tx.actor.accountId, text, createdAt: tx.now });
    await writeLog(tx, { action: "case.noted", actorId, caseId });
  });
}
