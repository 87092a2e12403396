import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ActorRow } from "@/db/schema/actors";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { follows } from "@/db/schema/follows";
import { participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { unfollowActor } from "@/lib/events/follow";
import { rejectFollow } from "@/lib/events/follow-answer";
import { leaveEvent } from "@/lib/participation/leave";
import type { Document } from "../activity";
import { documentIn, idIn } from "../read";
import { findEventAnswered, findOurFollow } from "./asked";
import { saidBy } from "./coming";
import { findActorHere } from "./follow";
import { handled, ignored, type Listener, refused } from "./listener";

/** Somebody elsewhere does not follow one of ours any more; a Follow that comes after it is passed over. */
export const onUndoFollow: Listener = async (ctx, activity) => {
  const uri = idIn(documentIn(activity.object)?.object);
  const followed = uri ? await findActorHere(ctx, uri) : null;
  if (!followed) return refused("actor_not_found");
  return (await unfollowActor(ctx, followed.id)) ? handled : ignored("not_followed");
};

/**
 * Somebody elsewhere takes back a Join, or a yes, perhaps or no to an event of ours: they do not come. It may arrive
 * before what it takes back. Who takes back that one of ours may follow them refuses it from now on.
 */
export const onUndoAnswer: Listener = async (ctx, activity) => {
  const undone = documentIn(activity.object);
  const follow = await findOurFollow(ctx, undone?.object);
  if (follow) {
    await rejectFollow(ctx, follow.id);
    return handled;
  }
  const event = await findEventAnswered(ctx, undone?.object);
  if (!event) return refused("not_asked");
  const said = await saidBy(ctx, event, { activity, word: "leave", uri: idIn(undone) });
  await leaveEvent(ctx, event.id, { said });
  return handled;
};

const followed = alias(actors, "followed");

/** What somebody elsewhere asked under this id, as far as it stands: long after what they sent was forgotten. */
export async function findAsked(
  { db }: Pick<Context, "db">,
  uri: string,
  sender: ActorRow,
): Promise<Document | null> {
  const [follow] = await db
    .select({ object: followed.uri })
    .from(follows)
    .innerJoin(followed, eq(followed.id, follows.followedId))
    .where(and(eq(follows.uri, uri), eq(follows.followerId, sender.id)));
  if (follow) return { id: uri, type: "Follow", actor: sender.uri, object: follow.object };
  const [answer] = await db
    .select({ object: events.uri })
    .from(participations)
    .innerJoin(events, eq(events.id, participations.eventId))
    .where(and(eq(participations.uri, uri), eq(participations.actorId, sender.id)));
  return answer ? { id: uri, type: "Join", actor: sender.uri, object: answer.object } : null;
}
