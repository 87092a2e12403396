import { eq } from "drizzle-orm";
import { type Comment, comments } from "@/db/schema/comments";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict, notFound } from "@/lib/core/errors";
import { record } from "@/lib/journal/record";
import { callModerators, judgeAgain } from "./judge";
import { lockComment } from "./lock";
import { canEditComment, canManageComments } from "./policy";
import { type ForeignWords, keepMentions, readForeignWords, readWords } from "./words";

type Edit = { commentId: string } & (
  | { text: string; elsewhere?: undefined }
  | { elsewhere: ForeignWords & { saidAt: Date | null } }
);

/**
 * Changes one's own words; a trace of it is shown. Where hosts look first, new words wait for them again. The same words
 * change nothing, nor do those from another server that are older than what stands there. Refuses with
 * `comment_not_found`, `comment_refused`, `comment_missing` and the field error `words_not_allowed`.
 */
export function editComment(ctx: Context, input: Edit): Promise<Comment> {
  return inTransaction(ctx, async (tx) => {
    const { comment, event } = await lockComment(tx, input.commentId);
    authorize(canEditComment(tx.actor, comment));
    if (comment.status === "removed") throw notFound("comment_not_found");
    if (comment.status === "refused") throw conflict("comment_refused");
    const { elsewhere } = input;
    const { source, html, mentioned } = elsewhere
      ? readForeignWords(elsewhere)
      : await readWords(tx, input.text);
    const editedAt = elsewhere?.saidAt && elsewhere.saidAt < tx.now ? elsewhere.saidAt : tx.now;
    if (source === comment.source || (comment.editedAt && editedAt < comment.editedAt)) return comment;

    const isHost = canManageComments(tx.actor, event);
    const verdict = await judgeAgain(tx, event, { comment, words: { source, html, mentioned }, isHost });
    const { status, heldAt } = verdict.columns;
    const [edited] = await tx.db
      .update(comments)
      .set({ source, html, status, heldAt, editedAt, isPinned: comment.isPinned && status === "visible" })
      .where(eq(comments.id, comment.id))
      .returning();
    const added = await keepMentions(tx, comment.id, mentioned);
    const about = { eventId: event.id, commentId: comment.id };
    await record(tx, { kind: "comment.edited", ...about, mentioned: added });
    if (status === "waiting" && comment.status === "visible")
      await record(tx, { kind: heldAt ? "comment.held" : "comment.submitted", ...about });
    await callModerators(tx, comment, verdict);
    return edited!;
  });
}
