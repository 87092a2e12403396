import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { actors } from "@/db/schema/actors";
import { type Event, events } from "@/db/schema/events";
import { type Follow, follows } from "@/db/schema/follows";
import { type Participation, participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { findInvitationByUri } from "@/lib/participation/invitations/invited";
import type { Document } from "../activity";
import { documentIn, idIn, typesOf } from "../read";
import { isOurs } from "../uris";
import { findEventHere } from "./coming";

const followers = alias(actors, "followers");
const followeds = alias(actors, "followeds");

/** Which wish of one of ours to follow somebody elsewhere is meant: by its id, or by who follows whom. */
export async function findOurFollow({ db }: Context, object: unknown): Promise<Follow | null> {
  const id = idIn(object);
  const inline = inlineOf("Follow", object);
  const meant = id && isOurs(id) ? eq(follows.uri, id) : inline && isBetween(inline);
  if (!meant) return null;
  const [found] = await db
    .select({ follow: follows })
    .from(follows)
    .innerJoin(followers, eq(followers.id, follows.followerId))
    .innerJoin(followeds, eq(followeds.id, follows.followedId))
    .where(and(meant, isNull(followers.domain)));
  return found?.follow ?? null;
}

function isBetween({ actor, object }: Document) {
  const [follower, followed] = [idIn(actor), idIn(object)];
  return follower && followed ? and(eq(followers.uri, follower), eq(followeds.uri, followed)) : null;
}

/** Which wish of one of ours to come to an event elsewhere is meant: by its id, or by who comes where. */
export async function findOurJoin(
  { db }: Context,
  object: unknown,
): Promise<{ participation: Participation; event: Event } | null> {
  const id = idIn(object);
  const inline = inlineOf("Join", object);
  const [participant, event] = [idIn(inline?.actor), idIn(inline?.object)];
  const isBetween =
    participant && event ? and(eq(actors.uri, participant), eq(events.uri, event)) : undefined;
  const meant = id && isOurs(id) ? eq(participations.uri, id) : isBetween;
  if (!meant) return null;
  const [found] = await db
    .select({ participation: participations, event: events })
    .from(participations)
    .innerJoin(actors, eq(actors.id, participations.actorId))
    .innerJoin(events, eq(events.id, participations.eventId))
    .where(and(meant, isNull(actors.domain), isNotNull(events.domain), isNull(events.deletedAt)));
  return found ?? null;
}

/** Which event of ours somebody elsewhere answers: it is named itself, or what asked them to come to it. */
export async function findEventAnswered(ctx: Context, object: unknown): Promise<Event | null> {
  const id = idIn(object);
  if (!id || !isOurs(id)) return null;
  const event = await findEventHere(ctx, id);
  if (event) return event;
  const invitation = await findInvitationByUri(ctx, id);
  if (!invitation) return null;
  const [asked] = await ctx.db
    .select()
    .from(events)
    .where(and(eq(events.id, invitation.eventId), isNull(events.domain), isNull(events.deletedAt)));
  return asked ?? null;
}

function inlineOf(type: string, object: unknown): Document | null {
  const document = documentIn(object);
  return document && typesOf(document).includes(type) ? document : null;
}
