import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import type { SafetySettings } from "@/lib/instance/safety-settings";

type Who = { authorId: string; accountDays: number | null };

/**
 * Whether what an identity publishes now is among its first things, and waits. Counted by identity, not by account: what
 * one was let through would else let another through, and show that both are one person.
 */
export async function isAmongFirst(
  tx: Context,
  { firstPosts, firstPostsDays }: Pick<SafetySettings, "firstPosts" | "firstPostsDays">,
  { authorId, accountDays }: Who,
): Promise<boolean> {
  if (firstPosts === 0 || accountDays === null) return false;
  if (firstPostsDays > 0 && accountDays >= firstPostsDays) return false;
  const announced = and(eq(events.organizerId, authorId), isNotNull(events.publishedAt));
  const said = and(eq(comments.authorId, authorId), eq(comments.status, "visible"));
  const counts = await Promise.all([
    tx.db.$count(events, and(announced, isNull(events.deletedAt))),
    tx.db.$count(comments, and(said, isNull(comments.deletedAt))),
  ]);
  return counts[0] + counts[1] < firstPosts;
}
