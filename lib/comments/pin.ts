import { and, eq } from "drizzle-orm";
import { type Comment, comments } from "@/db/schema/comments";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, notFound } from "@/lib/core/errors";
import { record } from "@/lib/journal/record";
import { lockComment } from "./lock";
import { canManageComments } from "./policy";

/**
 * Puts one comment, or one answer with its thread, above all others; the one before goes back to its place. Repeating
 * it is harmless. Refuses with `comment_not_found`, also while it waits.
 */
export function pinComment(ctx: Context, commentId: string): Promise<Comment> {
  return inTransaction(ctx, async (tx) => {
    const { comment, event } = await lockComment(tx, commentId);
    authorize(canManageComments(tx.actor, event));
    if (comment.status !== "visible") throw notFound("comment_not_found");
    if (comment.isPinned) return comment;

    const isPinned = and(eq(comments.eventId, event.id), eq(comments.isPinned, true));
    await tx.db.update(comments).set({ isPinned: false }).where(isPinned);
    return setPinned(tx, comment, true);
  });
}

/** Puts it back to its place. Repeating it is harmless. Refuses with `comment_not_found`. */
export function unpinComment(ctx: Context, commentId: string): Promise<Comment> {
  return inTransaction(ctx, async (tx) => {
    const { comment, event } = await lockComment(tx, commentId);
    authorize(canManageComments(tx.actor, event));
    return comment.isPinned ? setPinned(tx, comment, false) : comment;
  });
}

async function setPinned(tx: Context, { id, eventId }: Comment, isPinned: boolean): Promise<Comment> {
  const [comment] = await tx.db.update(comments).set({ isPinned }).where(eq(comments.id, id)).returning();
  await record(tx, { kind: isPinned ? "comment.pinned" : "comment.unpinned", eventId, commentId: id });
  return comment!;
}
