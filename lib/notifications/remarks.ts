import { and, asc, eq, exists, gt, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { type Comment, comments } from "@/db/schema/comments";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { plainText } from "@/lib/core/text/plain-text";
import { mutedWordIn } from "@/lib/identities/blocks/muted-words";
import { findUnwelcome, notOf } from "@/lib/identities/blocks/unwelcome";
import type { Happening, Person } from "./people";

/** Something that was said under an event, with all that mails about it need. */
export type Remark = Happening & { comment: Comment; author: Person; answered: { authorId: string } | null };

const authors = alias(actors, "authors");
const personOf = ({ id, name, handle, domain }: typeof actors | typeof authors) => ({
  ...{ id, name, handle, domain },
});

/** Null if it, its author or the event is gone. */
export async function findRemark(db: Database, commentId: string): Promise<Remark | null> {
  const answered = alias(comments, "answered");
  const [found] = await db
    .select({
      comment: comments,
      author: personOf(authors),
      event: events,
      organizer: personOf(actors),
      answered: { authorId: answered.authorId },
    })
    .from(comments)
    .innerJoin(authors, and(eq(authors.id, comments.authorId), isNull(authors.deletedAt)))
    .innerJoin(events, and(eq(events.id, comments.eventId), isNull(events.deletedAt)))
    .innerJoin(actors, eq(actors.id, events.organizerId))
    .leftJoin(answered, and(eq(answered.id, comments.inReplyToId), isNull(answered.deletedAt)))
    .where(and(eq(comments.id, commentId), isNull(comments.deletedAt)));
  return found ?? null;
}

/** What muted words are looked for in. */
export function textsOf({ comment }: Pick<Remark, "comment">): string[] {
  return [plainText(comment.html)];
}

/** What others said under an event since a moment and a host may and wants to read, the oldest first. */
export async function listRemarksSince(
  { db, now }: Context,
  eventId: string,
  { since, reader }: { since: Date; reader: string },
): Promise<{ comment: Comment; author: Person }[]> {
  const unwelcome = await findUnwelcome(db, reader, now);
  const said = await db
    .select({ comment: comments, author: personOf(authors) })
    .from(comments)
    .innerJoin(authors, and(eq(authors.id, comments.authorId), isNull(authors.deletedAt)))
    .where(
      and(
        eq(comments.eventId, eventId),
        sql`coalesce(${comments.editedAt}, ${comments.createdAt}) > ${since.toISOString()}::timestamptz`,
        or(gt(comments.createdAt, since), eq(comments.status, "waiting")),
        ne(comments.authorId, reader),
        notOf(unwelcome, { actorId: comments.authorId, domain: authors.domain }),
        inArray(comments.status, ["visible", "waiting"]),
        isNull(comments.heldAt),
        isNull(comments.deletedAt),
      ),
    )
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .limit(200);
  return said.filter((remark) => mutedWordIn(textsOf(remark), unwelcome.words) === null);
}

/**
 * Those of these identities who may be told that they were named: everybody else must not learn by it of an event that
 * is not announced to all, nor be found who hides from strangers. Whoever comes, waits, hosts or spoke there knows it.
 */
export function listToTell(db: Database, { event }: Happening, actorIds: string[]): Promise<Person[]> {
  if (actorIds.length === 0) return Promise.resolve([]);
  const takesPart = db
    .select({ one: sql`1` })
    .from(participations)
    .where(
      and(
        eq(participations.eventId, event.id),
        eq(participations.actorId, actors.id),
        inArray(participations.status, ["approved", "offered", "pending", "waitlisted", "maybe"]),
      ),
    );
  const isSaidByThem = and(eq(comments.eventId, event.id), eq(comments.authorId, actors.id));
  const spoke = db
    .select({ one: sql`1` })
    .from(comments)
    .where(and(isSaidByThem, eq(comments.status, "visible"), isNull(comments.deletedAt)));
  const isOpen = event.visibility === "public" ? eq(actors.visibility, "public") : undefined;
  const hosts = inArray(actors.id, [event.organizerId, ...event.hostIds]);
  return db
    .select(personOf(actors))
    .from(actors)
    .where(
      and(
        inArray(actors.id, actorIds),
        isNull(actors.deletedAt),
        or(isOpen, hosts, exists(takesPart), exists(spoke)),
      ),
    );
}
