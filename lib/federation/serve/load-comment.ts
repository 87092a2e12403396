import { and, eq, getTableColumns, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { commentMentions, comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { remoteActors } from "@/db/schema/remote-actors";
import { remoteEvents } from "@/db/schema/remote-events";
import { prepared } from "@/lib/core/prepared";
import type { ToldComment } from "../objects/told";
import { facesIn, isKnownToPeers, ofActor, toldColumns, toldFace } from "./faces";

/** A comment of somebody of this server that is read here, under an event of whichever server; null for others. */
export async function loadCommentForPeers(db: Database, commentId: string): Promise<ToldComment | null> {
  const [found] = await byId(db).execute({ commentId });
  return found ? toldComment(found) : null;
}

/** The same, if whoever asks may read it, and other servers may know of its author by themselves. */
export async function loadKnownComment(db: Database, commentId: string): Promise<ToldComment | null> {
  const [found] = await byId(db).execute({ commentId });
  return found?.isKnown && !found.event.isForFew ? toldComment(found) : null;
}

/** Several at once, in no order. */
export async function loadCommentsForPeers(db: Database, commentIds: string[]): Promise<ToldComment[]> {
  if (commentIds.length === 0) return [];
  return (await select(db, inArray(comments.id, commentIds))).map(toldComment);
}

const answered = alias(comments, "answered");
const answeredAuthors = alias(actors, "answered_authors");
const organizers = alias(actors, "organizers");

const mentions = facesIn(sql`${commentMentions} named join ${actors} a on a.id = named.actor_id`, {
  where: sql`named.comment_id = ${comments.id} and (a.visibility = 'public' or a.domain is not null)`,
  order: sql`a.handle`,
});

const byId = prepared((db) =>
  select(db, eq(comments.id, sql.placeholder("commentId"))).prepare("federation_comment"),
);

function select(db: Database, which: SQL) {
  return db
    .select({
      comment: getTableColumns(comments),
      author: toldColumns,
      isKnown: isKnownToPeers,
      event: {
        ...{ id: events.id, uri: events.uri, slug: events.slug, visibility: events.visibility },
        isForFew: sql<boolean>`coalesce(${remoteEvents.isForFew}, false)`,
      },
      organizer: { id: organizers.id, uri: organizers.uri },
      answered: { uri: answered.uri, authorUri: answeredAuthors.uri },
      mentions,
    })
    .from(comments)
    .innerJoin(actors, eq(actors.id, comments.authorId))
    .leftJoin(remoteActors, ofActor)
    .innerJoin(events, eq(events.id, comments.eventId))
    .leftJoin(remoteEvents, eq(remoteEvents.eventId, events.id))
    .innerJoin(organizers, eq(organizers.id, events.organizerId))
    .leftJoin(answered, eq(answered.id, comments.inReplyToId))
    .leftJoin(answeredAuthors, eq(answeredAuthors.id, answered.authorId))
    .where(and(which, isRead));
}

const isRead = and(
  eq(comments.status, "visible"),
  isNull(comments.deletedAt),
  isNull(actors.domain),
  isNull(actors.deletedAt),
  isNotNull(events.publishedAt),
  isNull(events.deletedAt),
);

function toldComment({ author, mentions, answered, ...found }: Awaited<ReturnType<typeof select>>[number]) {
  const isAnswer = answered?.uri && answered.authorUri;
  return {
    ...found,
    author: toldFace(author),
    answered: isAnswer ? { uri: answered.uri!, authorUri: answered.authorUri! } : null,
    mentions: mentions.map(toldFace),
  };
}
