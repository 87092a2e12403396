import { and, eq, or, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { actors } from "@/db/schema/actors";
import { follows } from "@/db/schema/follows";
import type { Context } from "@/lib/core/context";
import { unfollowActor } from "./follow";
import { rejectFollow } from "./follow-answer";

/** Those whom an identity and others may follow, for the condition of `endFollows`. */
export const others = alias(actors, "others");

/** Neither an identity nor these others follow each other any more. Each end is told to another server, or kept from it, by itself. */
export async function endFollows(tx: Context, actorId: string, isOther: SQL): Promise<void> {
  const own = and(eq(follows.followerId, actorId), eq(follows.followedId, others.id));
  const theirs = and(eq(follows.followedId, actorId), eq(follows.followerId, others.id));
  const ended = await tx.db
    .select({ id: follows.id, followedId: follows.followedId })
    .from(follows)
    .innerJoin(others, or(own, theirs))
    .where(isOther);
  for (const { id, followedId } of ended) {
    if (followedId === actorId) await rejectFollow(tx, id);
    else await unfollowActor(tx, followedId);
  }
}
