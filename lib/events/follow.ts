import { and, eq } from "drizzle-orm";
import { type ActorRow, actors } from "@/db/schema/actors";
import { type Follow, follows } from "@/db/schema/follows";
import { type Context, inTransaction } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { AppError, authorize, notFound } from "@/lib/core/errors";
import { randomSlug } from "@/lib/core/text/random-slug";
import { findProfileAnywhere } from "@/lib/identities/anywhere";
import { requireNoBlock } from "@/lib/identities/blocks/refuse";
import { canFollow, canSeeProfile } from "@/lib/identities/policy";
import { refuseSuspended } from "@/lib/instance/domain-policy";
import { record } from "@/lib/journal/record";
import { listFellows } from "./fellows";
import { noticeManyFollows } from "./judge";

type Followed = Pick<ActorRow, "id" | "domain" | "visibility">;

/**
 * An identity wants to find here what another announces, of this server ("ada") or of another ("ada@far.example"). It
 * follows for itself alone; of this server nobody is told, not even the one who is followed. Whoever may not open the
 * page, or is blocked, cannot follow, as if there were nobody (`identity_not_found`).
 */
export async function followIdentity(ctx: Context, { handle }: { handle: string }): Promise<void> {
  requireFollower(ctx);
  const followed = await findProfileAnywhere(ctx.db, handle);
  if (!followed) throw notFound("identity_not_found");
  await followActor(ctx, followed);
}

/**
 * The same for anybody, as other servers do it too: `uri` is the id by which theirs knows it. Who is of another server
 * must say yes first, or (`mustWait`) who is followed here. Repeating it is harmless; the newer id counts. Refuses also with `server_suspended`.
 */
export function followActor(
  ctx: Context,
  followed: Followed,
  { uri, mustWait = followed.domain !== null }: { uri?: string; mustWait?: boolean } = {},
): Promise<{ follow: Follow; isNew: boolean }> {
  return inTransaction(ctx, async (tx) => {
    const { actorId: followerId } = requireFollower(tx);
    if (followed.domain !== null) await refuseSuspended(tx.db, followed.domain);
    await requireSeen(tx, followed);
    authorize(canFollow(tx.actor, followed));
    // Whoever is blocking this very moment is waited for.
    await tx.db.select({ id: actors.id }).from(actors).where(eq(actors.id, followed.id)).for("key share");
    await requireNoBlock(tx, [followed.id], "identity_not_found");
    const [made] = await tx.db
      .insert(follows)
      .values({
        followerId,
        followedId: followed.id,
        status: mustWait ? "pending" : "accepted",
        uri: uri ?? `${env().ORIGIN}/follows/${randomSlug(20)}`,
        createdAt: tx.now,
      })
      .onConflictDoNothing({ target: [follows.followerId, follows.followedId] })
      .returning();
    if (!made) return { follow: await renew(tx, { followerId, followed, uri }), isNew: false };
    await record(tx, { kind: "identity.followed", actorId: followed.id, followId: made.id });
    await noticeManyFollows(tx, followerId);
    return { follow: made, isNew: true };
  });
}

/** Also of somebody whose page they may not open any more; of nobody whom they do not follow it does nothing. */
export async function unfollowIdentity(ctx: Context, { handle }: { handle: string }): Promise<void> {
  requireFollower(ctx);
  const followed = await findProfileAnywhere(ctx.db, handle);
  if (followed) await unfollowActor(ctx, followed.id);
}

/** The same for anybody, as other servers do it too. False: they did not follow. */
export function unfollowActor(ctx: Context, followedId: string): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const { actorId: followerId } = requireFollower(tx);
    const [ended] = await tx.db
      .delete(follows)
      .where(and(eq(follows.followerId, followerId), eq(follows.followedId, followedId)))
      .returning({ uri: follows.uri });
    if (ended) await record(tx, { kind: "identity.unfollowed", actorId: followedId, uri: ended.uri });
    return ended !== undefined;
  });
}

function requireFollower({ actor }: Context) {
  if (actor.kind === "identity") return actor;
  throw new AppError("unauthenticated", "sign_in_first");
}

async function requireSeen({ db, actor }: Context, followed: Followed): Promise<void> {
  if (actor.kind !== "identity") throw notFound("identity_not_found");
  const fellows = await listFellows(db, actor.actorId, [followed.id]);
  if (!canSeeProfile(actor, followed, { isFellow: fellows.has(followed.id) }))
    throw notFound("identity_not_found");
}

type Renewal = { followerId: string; followed: Followed; uri: string | undefined };

async function renew({ db }: Context, { followerId, followed, uri }: Renewal): Promise<Follow> {
  const isThis = and(eq(follows.followerId, followerId), eq(follows.followedId, followed.id));
  if (uri) await db.update(follows).set({ uri }).where(isThis);
  const [follow] = await db.select().from(follows).where(isThis);
  return follow!;
}
