import { and, desc, eq, sql } from "drizzle-orm";
import { comments } from "@/db/schema/comments";
import { moderationLog } from "@/db/schema/moderation-log";
import type { Context } from "@/lib/core/context";
import { conflict, notFound } from "@/lib/core/errors";
import { record } from "@/lib/journal/record";
import { writeLog } from "@/lib/journal/write-log";
import type { StaffContext } from "../staff-context";
import { undoableSince } from "./undo-time";

type Removing = { commentId: string; caseId: string; reason: string };

/**
 * Takes a comment out of everybody's sight, in a case or where it waits; its author is told. Repeating it is harmless.
 * Refuses with `comment_not_found`.
 */
export async function removeCommentFromSight(
  tx: Context,
  { commentId, caseId, reason }: Omit<Removing, "caseId"> & { caseId?: string },
): Promise<void> {
  const comment = await lockComment(tx, commentId);
  if (comment.status === "removed") return;
  await tx.db
    .update(comments)
    .set({ status: "removed", removedAt: tx.now })
    .where(eq(comments.id, commentId));
  const { eventId, authorId } = comment;
  const logId = await writeLog(tx, {
    ...{ action: "comment.removed", actorId: authorId, reason, ...(caseId && { caseId }) },
    before: { status: comment.status },
    after: { status: "removed" },
  });
  await record(tx, { kind: "comment.removed", eventId, commentId, logId });
}

/**
 * Puts a comment back as it was: for all to read, or to wait for whoever looks first. Repeating it is harmless. Refuses
 * with `undo_over` after 30 days.
 */
export async function putCommentBack(
  tx: StaffContext,
  { commentId, caseId, reason }: Removing,
): Promise<void> {
  const { status, removedAt, eventId, authorId } = await lockComment(tx, commentId);
  if (status !== "removed" || !removedAt) return;
  if (removedAt < undoableSince(tx.now)) throw conflict("undo_over");
  const stood = await statusBefore(tx, caseId);
  await tx.db.update(comments).set({ status: stood, removedAt: null }).where(eq(comments.id, commentId));
  await writeLog(tx, {
    ...{ action: "comment.put_back", actorId: authorId, caseId, reason },
    before: { status: "removed" },
    after: { status: stood },
  });
  if (stood === "visible") await record(tx, { kind: "comment.put_back", eventId, commentId });
}

/** What it was when it was removed in this case: whoever changes a comment that was reported may have to wait anew. */
async function statusBefore({ db }: Context, caseId: string): Promise<"visible" | "waiting" | "refused"> {
  const [entry] = await db
    .select({ status: sql<string>`${moderationLog.details} -> 'before' ->> 'status'` })
    .from(moderationLog)
    .where(and(eq(moderationLog.caseId, caseId), eq(moderationLog.action, "comment.removed")))
    .orderBy(desc(moderationLog.id))
    .limit(1);
  return entry?.status === "waiting" || entry?.status === "refused" ? entry.status : "visible";
}

/** Also under an event that is out of sight itself. */
async function lockComment({ db }: Context, commentId: string) {
  const [comment] = await db.select().from(comments).where(eq(comments.id, commentId)).for("update");
  if (!comment || comment.deletedAt) throw notFound("comment_not_found");
  return comment;
}
