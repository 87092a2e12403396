import { eq, or } from "drizzle-orm";
import { type Comment, commentMentions, comments } from "@/db/schema/comments";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { leaveTombstone } from "@/lib/journal/leave-tombstone";
import { record } from "@/lib/journal/record";
import { lockComment } from "./lock";
import { canDeleteComment } from "./policy";

/**
 * Takes a comment away, its words at once. A place without words and name is left as long as somebody answered it.
 * By its author or a host. Refuses with `comment_not_found`, also the second time.
 */
export function deleteComment(ctx: Context, commentId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { comment, event } = await lockComment(tx, commentId);
    authorize(canDeleteComment(tx.actor, comment, event));
    await empty(tx, comment);
    await removeUnanswered(tx, comment);
    const { uri, authorId } = comment;
    await leaveTombstone(tx, uri);
    await record(tx, { kind: "comment.deleted", eventId: event.id, commentId, authorId, uri });
  });
}

async function empty({ db, now }: Context, { id }: Comment): Promise<void> {
  await db
    .update(comments)
    .set({ source: "", html: "", isPinned: false, isAnnouncement: false, editedAt: null, deletedAt: now })
    .where(eq(comments.id, id));
  await db.delete(commentMentions).where(eq(commentMentions.commentId, id));
}

/** The last answer takes the empty places with it that were kept for its sake. */
async function removeUnanswered(tx: Context, comment: Comment): Promise<void> {
  const { id, inReplyToId, threadId } = comment;
  const [answer] = await tx.db
    .select({ id: comments.id })
    .from(comments)
    .where(or(eq(comments.inReplyToId, id), eq(comments.threadId, id)))
    .limit(1);
  if (answer) return;
  await tx.db.delete(comments).where(eq(comments.id, id));
  for (const above of new Set([inReplyToId, threadId])) {
    const emptied = above && (await findEmptied(tx, above));
    if (emptied) await removeUnanswered(tx, emptied);
  }
}

async function findEmptied({ db }: Context, id: string): Promise<Comment | undefined> {
  const [found] = await db.select().from(comments).where(eq(comments.id, id));
  return found?.deletedAt ? found : undefined;
}
