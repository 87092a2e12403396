import { eq } from "drizzle-orm";
import { type Comment, comments } from "@/db/schema/comments";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict, notFound } from "@/lib/core/errors";
import { record } from "@/lib/journal/record";
import { lockComment } from "./lock";
import { canManageComments } from "./policy";

/**
 * A host shows what waited, or what was refused before. Repeating it is harmless. Refuses with `comment_not_found`, and with
 * `comment_held` while it waits for moderators.
 */
export function approveComment(ctx: Context, commentId: string): Promise<Comment> {
  return inTransaction(ctx, async (tx) => {
    const comment = await lockForDecision(tx, commentId);
    return comment.status === "visible" ? comment : settle(tx, comment, "visible");
  });
}

/**
 * A host keeps to themselves what waited; its author alone still sees it. Repeating it is harmless. Refuses with
 * `comment_not_found`, `comment_held`, and with `comment_not_waiting` once everybody has seen it.
 */
export function refuseComment(ctx: Context, commentId: string): Promise<Comment> {
  return inTransaction(ctx, async (tx) => {
    const comment = await lockForDecision(tx, commentId);
    if (comment.status === "visible") throw conflict("comment_not_waiting");
    return comment.status === "refused" ? comment : settle(tx, comment, "refused");
  });
}

async function lockForDecision(tx: Context, commentId: string): Promise<Comment> {
  const { comment, event } = await lockComment(tx, commentId);
  authorize(canManageComments(tx.actor, event));
  if (comment.status === "removed") throw notFound("comment_not_found");
  if (comment.heldAt) throw conflict("comment_held");
  return comment;
}

async function settle(tx: Context, { id, eventId }: Comment, status: "visible" | "refused") {
  const [settled] = await tx.db.update(comments).set({ status }).where(eq(comments.id, id)).returning();
  const kind = status === "visible" ? "comment.approved" : "comment.refused";
  await record(tx, { kind, eventId, commentId: id });
  return settled!;
}
