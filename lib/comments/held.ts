import { and, asc, count, eq, getTableColumns, inArray, isNull, ne, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { type Comment, comments } from "@/db/schema/comments";
import { type Event, events } from "@/db/schema/events";
import { media } from "@/db/schema/media";
import { notFound } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/text/uuid";
import { avatarColumns, type Face, faceColumns } from "@/lib/identities/queries";

/** What not everybody sees: it waits for a host, or a host refused it. `answers`: the name of whom it answers. */
export type Held = { comment: Comment; author: Face; answers: string | null };

const HELD_SHOWN = 20;

type Reader = { eventId: string; own: string[]; isHost: boolean };

/** For hosts everything that waits; for the others what the reader's own identities said. The oldest first, at most 20. */
export async function listHeld(db: Database, { eventId, own, isHost }: Reader): Promise<Held[]> {
  const answered = alias(comments, "answered");
  const answeredAuthor = alias(actors, "answered_author");
  const isOwn = inArray(comments.authorId, own);
  const isWaiting = and(eq(comments.status, "waiting"), isNull(comments.heldAt));
  const rows = await db
    .select({
      comment: getTableColumns(comments),
      face: faceColumns,
      avatar: avatarColumns,
      answers: answeredAuthor.name,
    })
    .from(comments)
    .innerJoin(actors, eq(actors.id, comments.authorId))
    .leftJoin(media, eq(media.id, actors.avatarId))
    .leftJoin(answered, and(eq(answered.id, comments.inReplyToId), isNull(answered.deletedAt)))
    .leftJoin(answeredAuthor, and(eq(answeredAuthor.id, answered.authorId), isNull(answeredAuthor.deletedAt)))
    .where(
      and(
        eq(comments.eventId, eventId),
        isNull(comments.deletedAt),
        isNull(actors.deletedAt),
        inArray(comments.status, ["waiting", "refused"]),
        isHost ? or(isWaiting, isOwn) : isOwn,
      ),
    )
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .limit(HELD_SHOWN);
  return rows.map(({ face, avatar, ...row }) => ({ ...row, author: { ...face, avatar } }));
}

/** How many comments wait for a host of this event. */
export async function countWaitingComments(db: Database, eventId: string): Promise<number> {
  const [row] = await db
    .select({ waiting: count() })
    .from(comments)
    .innerJoin(actors, eq(actors.id, comments.authorId))
    .where(
      and(
        eq(comments.eventId, eventId),
        eq(comments.status, "waiting"),
        isNull(comments.heldAt),
        isNull(comments.deletedAt),
        isNull(actors.deletedAt),
      ),
    );
  return row!.waiting;
}

/** One comment and its event, for those who may change something about it: ask the policies. */
export async function findComment(
  db: Database,
  slug: string,
  id: string,
): Promise<{ comment: Comment; event: Event; author: Face } | null> {
  if (!isUuid(id)) return null;
  const [found] = await db
    .select({
      comment: getTableColumns(comments),
      event: getTableColumns(events),
      face: faceColumns,
      avatar: avatarColumns,
    })
    .from(comments)
    .innerJoin(events, eq(events.id, comments.eventId))
    .innerJoin(actors, eq(actors.id, comments.authorId))
    .leftJoin(media, eq(media.id, actors.avatarId))
    .where(
      and(
        eq(comments.id, id),
        eq(events.slug, slug),
        ne(comments.status, "removed"),
        isNull(comments.deletedAt),
        isNull(actors.deletedAt),
        isNull(events.deletedAt),
      ),
    );
  if (!found) return null;
  const { face, avatar, ...rest } = found;
  return { ...rest, author: { ...face, avatar } };
}

/** The event that a comment stands under. Refuses with `comment_not_found`. */
export async function getCommentEvent(db: Database, commentId: string): Promise<Pick<Event, "slug">> {
  const [found] = await db
    .select({ slug: events.slug })
    .from(comments)
    .innerJoin(events, eq(events.id, comments.eventId))
    .where(eq(comments.id, commentId));
  if (!found) throw notFound("comment_not_found");
  return found;
}
