import { reportNotes } from "@/db/schema/reports";
import type { Context } from "@/lib/core/context";
import { onCase } from "./on-case";

/** Leaves a note for the other moderators. */
export function addNote(ctx: Context, { caseId, text }: { caseId: string; text: string }): Promise<void> {
  return onCase(ctx, caseId, async (tx) => {
    await tx.db.insert(reportNotes).values({ caseId, authorId: tx.actor.accountId, text, createdAt: tx.now });
  });
}
