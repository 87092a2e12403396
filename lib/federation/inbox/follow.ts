import { and, eq, inArray, isNull, ne, notExists, or, sql } from "drizzle-orm";
import { receivedActivities } from "@/db/schema/activities";
import { actorKeys } from "@/db/schema/actor-keys";
import { type ActorRow, actors } from "@/db/schema/actors";
import { follows } from "@/db/schema/follows";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { followActor } from "@/lib/events/follow";
import { waitingOwner } from "@/lib/identities/queries";
import { readInstance } from "@/lib/instance/settings";
import type { Received } from "../activity";
import { followAnswer } from "../outbox/follow-activities";
import { sendActivity } from "../outbox/send";
import { idIn } from "../read";
import { getServerActor } from "../server-actor";
import { serverUri } from "../uris";
import { handled, ignored, type Listener, refused } from "./listener";

/**
 * Somebody elsewhere wants to hear of what an identity of ours, or this server, announces. Who may open its page may
 * follow it, at once. Asking again is answered again. The server itself anybody may follow, or whom administrators let.
 */
export const onFollow: Listener = async (ctx, activity, sender) => {
  const uri = idIn(activity.object);
  const followed = uri ? await findActorHere(ctx, uri) : null;
  if (!followed) return refused("actor_not_found");
  if (await wasUndone(ctx, activity)) return ignored("taken_back");
  if (await isTaken(ctx, activity.id, { follower: sender, followed })) return refused("id_taken");
  const answer = (type: "Accept" | "Reject", nonce: string) =>
    inTransaction(ctx, (tx) =>
      sendActivity(tx, {
        actorId: followed.id,
        activity: followAnswer(type, { follow: { uri: activity.id }, follower: sender, followed }, { nonce }),
        to: { actorIds: [sender.id] },
      }),
    );
  try {
    const { follow, isNew } = await followActor(ctx, followed, {
      uri: activity.id,
      mustWait: await asksFirst(ctx, followed),
    });
    if (!isNew && follow.status === "accepted") await answer("Accept", ctx.now.toISOString());
    return handled;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // Who never acted beyond this server does not exist there: an answer would tell that they do.
    if (await isKnownElsewhere(ctx, followed.id)) await answer("Reject", ctx.now.toISOString());
    return refused(error.reason);
  }
};

async function asksFirst({ db }: Context, followed: ActorRow): Promise<boolean> {
  return followed.uri === serverUri() && (await readInstance(db)).serverFollowers === "ask";
}

/** The identity of this server with this id, or the server itself; nobody who was never let in. */
export async function findActorHere(ctx: Context, uri: string): Promise<ActorRow | null> {
  if (uri === serverUri()) return getServerActor(ctx);
  const [actor] = await ctx.db
    .select()
    .from(actors)
    .where(
      and(
        eq(actors.uri, uri),
        isNull(actors.domain),
        isNull(actors.deletedAt),
        notExists(waitingOwner(ctx.db)),
      ),
    );
  return actor ?? null;
}

async function isKnownElsewhere({ db }: Context, actorId: string): Promise<boolean> {
  const keys = await db.select({ uri: actorKeys.uri }).from(actorKeys).where(eq(actorKeys.actorId, actorId));
  return keys.length > 0;
}

/**
 * A Follow may come after its Undo, which found nothing then. Who follows again by an id that was taken back in order is
 * welcome: WordPress has one for each that it follows.
 */
async function wasUndone({ db }: Context, { id, actor }: Received): Promise<boolean> {
  const { body } = receivedActivities;
  const found = await db
    .select({ id: receivedActivities.id })
    .from(receivedActivities)
    .where(
      and(
        eq(receivedActivities.actorUri, actor),
        eq(receivedActivities.type, "Undo"),
        inArray(receivedActivities.reason, ["not_followed", "undone_not_known"]),
        sql`coalesce(${body} -> 'object' ->> 'id', ${body} ->> 'object') = ${id}`,
      ),
    );
  return found.length > 0;
}

/** An id names one wish: who uses it for another is not heard. */
async function isTaken(
  { db }: Context,
  uri: string,
  { follower, followed }: Record<"follower" | "followed", ActorRow>,
): Promise<boolean> {
  const isOther = or(ne(follows.followerId, follower.id), ne(follows.followedId, followed.id));
  const found = await db
    .select({ id: follows.id })
    .from(follows)
    .where(and(eq(follows.uri, uri), isOther));
  return found.length > 0;
}
