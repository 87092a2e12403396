import { eq } from "drizzle-orm";
import { type Comment, comments } from "@/db/schema/comments";
import type { Event } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { lockEvent } from "@/lib/events/lock";

/**
 * Reads a comment and holds its event until the transaction ends: whoever writes, decides or deletes there waits for the
 * one before. Refuses with `comment_not_found`, also when it was deleted.
 */
export async function lockComment(tx: Context, id: string): Promise<{ comment: Comment; event: Event }> {
  const { eventId } = await getComment(tx, id);
  const event = await lockEvent(tx.db, eventId);
  return { event, comment: await getComment(tx, id) };
}

async function getComment({ db }: Context, id: string): Promise<Comment> {
  const [comment] = await db.select().from(comments).where(eq(comments.id, id));
  if (!comment || comment.deletedAt) throw notFound("comment_not_found");
  return comment;
}
