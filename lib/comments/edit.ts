import { eq } from "drizzle-orm";
import { type Comment, comments } from "@/db/schema/comments";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict } from "@/lib/core/errors";
import { record } from "@/lib/journal/record";
import { lockComment } from "./lock";
import { canEditComment, canManageComments } from "./policy";
import { statusOfWords } from "./rules";
import { keepMentions, readWords } from "./words";

/**
 * Changes one's own words; a trace of it is shown. Where hosts look first, new words wait for them again. The same words
 * change nothing. Refuses with `comment_not_found`, `comment_refused` and `comment_missing`.
 */
export function editComment(ctx: Context, input: { commentId: string; text: string }): Promise<Comment> {
  return inTransaction(ctx, async (tx) => {
    const { comment, event } = await lockComment(tx, input.commentId);
    authorize(canEditComment(tx.actor, comment));
    if (comment.status === "refused") throw conflict("comment_refused");
    const { source, html, mentioned } = await readWords(tx, input.text);
    if (source === comment.source) return comment;

    const status = statusOfWords(event, canManageComments(tx.actor, event));
    const [edited] = await tx.db
      .update(comments)
      .set({ source, html, status, editedAt: tx.now, isPinned: comment.isPinned && status === "visible" })
      .where(eq(comments.id, comment.id))
      .returning();
    const added = await keepMentions(tx, comment.id, mentioned);
    const about = { eventId: event.id, commentId: comment.id };
    await record(tx, { kind: "comment.edited", ...about, mentioned: added });
    if (status === "waiting" && comment.status === "visible")
      await record(tx, { kind: "comment.submitted", ...about });
    return edited!;
  });
}
