import { and, asc, eq, isNull } from "drizzle-orm";
import { comments } from "@/db/schema/comments";
import { deleteComment } from "@/lib/comments/delete";
import type { Context } from "@/lib/core/context";

/** Takes one comment of an identity away as the identity itself could; false when there is none left. */
export async function eraseNextComment(tx: Context, actorId: string): Promise<boolean> {
  const [next] = await tx.db
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.authorId, actorId), isNull(comments.deletedAt)))
    .orderBy(asc(comments.id))
    .limit(1);
  if (!next) return false;
  await deleteComment(tx, next.id);
  return true;
}
