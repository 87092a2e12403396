import { and, eq } from "drizzle-orm";
import type { ActorRow } from "@/db/schema/actors";
import { follows } from "@/db/schema/follows";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { AppError, authorize, notFound } from "@/lib/core/errors";
import { randomSlug } from "@/lib/core/text/random-slug";
import { canFollow, canSeeProfile } from "@/lib/identities/policy";
import { findProfile } from "@/lib/identities/queries";
import { record } from "@/lib/journal/record";
import { listFellows } from "./fellows";

/**
 * An identity wants to find here what another announces. It follows for itself alone, and nobody is told: not even the
 * one who is followed. Whoever may not open the page cannot follow, as if there were nobody (`identity_not_found`).
 */
export function followIdentity(ctx: Context, { handle }: { handle: string }): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { actorId: followerId } = follower(tx);
    const followed = await findSeen(tx, handle);
    authorize(canFollow(tx.actor, followed));
    const [made] = await tx.db
      .insert(follows)
      .values({
        followerId,
        followedId: followed.id,
        uri: `${env().ORIGIN}/follows/${randomSlug(20)}`,
        createdAt: tx.now,
      })
      .onConflictDoNothing()
      .returning({ id: follows.id });
    if (made) await record(tx, { kind: "identity.followed", actorId: followed.id, followId: made.id });
  });
}

/** Also of somebody whose page they may not open any more; of nobody whom they do not follow it does nothing. */
export function unfollowIdentity(ctx: Context, { handle }: { handle: string }): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { actorId: followerId } = follower(tx);
    const followed = await findProfile(tx.db, handle);
    if (!followed) return;
    const [ended] = await tx.db
      .delete(follows)
      .where(and(eq(follows.followerId, followerId), eq(follows.followedId, followed.id)))
      .returning({ uri: follows.uri });
    if (ended) await record(tx, { kind: "identity.unfollowed", actorId: followed.id, uri: ended.uri });
  });
}

function follower({ actor }: Context) {
  if (actor.kind === "identity") return actor;
  throw new AppError("unauthenticated", "sign_in_first");
}

async function findSeen({ db, actor }: Context, handle: string): Promise<ActorRow> {
  const profile = await findProfile(db, handle);
  if (!profile || actor.kind !== "identity") throw notFound("identity_not_found");
  const fellows = await listFellows(db, actor.actorId, [profile.id]);
  if (!canSeeProfile(actor, profile, { isFellow: fellows.has(profile.id) })) {
    throw notFound("identity_not_found");
  }
  return profile;
}
