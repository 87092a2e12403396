import { and, eq } from "drizzle-orm";
import { follows } from "@/db/schema/follows";
import { unfollowActor } from "@/lib/events/follow";
import { rejectFollow } from "@/lib/events/follow-answer";
import { idIn } from "../read";
import { findActorHere } from "./follow";
import { handled, type Listener, refused } from "./listener";

/**
 * Somebody elsewhere wants nothing to do with one of ours: neither follows the other any more, as Mastodon takes it. Whoever
 * is blocked is not told; whether they come to something is said by a Reject of its own. Taking it back restores nothing.
 */
export const onBlock: Listener = async (ctx, activity, sender) => {
  const uri = idIn(activity.object);
  const blocked = uri ? await findActorHere(ctx, uri) : null;
  if (!blocked) return refused("actor_not_found");
  await unfollowActor(ctx, blocked.id);
  const isTheirs = and(eq(follows.followerId, blocked.id), eq(follows.followedId, sender.id));
  const theirs = await ctx.db.select({ id: follows.id }).from(follows).where(isTheirs);
  for (const { id } of theirs) await rejectFollow(ctx, id);
  return handled;
};
