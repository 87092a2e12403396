import { eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type ActorRow, actors } from "@/db/schema/actors";
import { follows } from "@/db/schema/follows";
import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { followActivity, followAnswer, undoFollowActivity } from "./follow-activities";
import { sendActivity } from "./send";

/** Asks the server of somebody elsewhere whom one of ours follows, and says yes to those elsewhere who follow ours. */
export async function tellFollow(tx: Context, fact: Recorded<FactOf<"identity.followed">>): Promise<void> {
  const found = await findFollow(tx, fact.followId);
  if (!found) return;
  const { follow, follower, followed } = found;
  if (follower.domain === null && followed.domain !== null)
    await sendActivity(tx, {
      actorId: follower.id,
      activity: followActivity(found),
      to: { actorIds: [followed.id] },
    });
  if (follower.domain !== null && followed.domain === null && follow.status === "accepted")
    await sendActivity(tx, {
      actorId: followed.id,
      activity: followAnswer("Accept", found),
      to: { actorIds: [follower.id] },
    });
}

/** Tells the server of somebody elsewhere that one of ours does not follow them any more. */
export async function tellUnfollow(
  tx: Context,
  { doerId, actorId, uri, origin }: Recorded<FactOf<"identity.unfollowed">>,
): Promise<void> {
  if (origin === "remote" || !doerId) return;
  const [follower, followed] = [await findActor(tx, doerId), await findActor(tx, actorId)];
  if (!follower || followed?.domain == null) return;
  const activity = undoFollowActivity({ follow: { uri }, follower, followed });
  await sendActivity(tx, { actorId: doerId, activity, to: { actorIds: [actorId] } });
}

/** Says yes to somebody elsewhere who waited for it. Who did not wait heard it at once. */
export async function tellFollowAccepted(
  tx: Context,
  { followId }: Recorded<FactOf<"identity.follow_accepted">>,
): Promise<void> {
  const found = await findFollow(tx, followId);
  if (!found || found.follower.domain === null || found.followed.domain !== null) return;
  await sendActivity(tx, {
    actorId: found.followed.id,
    activity: followAnswer("Accept", found),
    to: { actorIds: [found.follower.id] },
  });
}

/** Says no to somebody elsewhere, also to one who did follow: else their server would go on believing so. No reason is said. */
export async function tellFollowRejected(
  tx: Context,
  { doerId, actorId, uri, factId }: Recorded<FactOf<"identity.follow_rejected">>,
): Promise<void> {
  const [follower, followed] = [
    await findActor(tx, actorId),
    doerId ? await findActor(tx, doerId) : undefined,
  ];
  if (!followed || followed.domain !== null || follower?.domain == null) return;
  const activity = followAnswer("Reject", { follow: { uri }, follower, followed }, { nonce: String(factId) });
  await sendActivity(tx, { actorId: followed.id, activity, to: { actorIds: [actorId] } });
}

async function findFollow({ db }: Context, followId: string) {
  const [follower, followed] = [alias(actors, "follower"), alias(actors, "followed")];
  // Held, so that it is not taken back, and that told, before this is.
  const [found] = await db
    .select({ follow: follows, follower, followed })
    .from(follows)
    .innerJoin(follower, eq(follower.id, follows.followerId))
    .innerJoin(followed, eq(followed.id, follows.followedId))
    .where(eq(follows.id, followId))
    .for("update", { of: follows });
  return found;
}

async function findActor({ db }: Context, id: string): Promise<ActorRow | undefined> {
  const [actor] = await db.select().from(actors).where(eq(actors.id, id));
  return actor;
}
