import { and, asc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { type Comment, comments } from "@/db/schema/comments";
import { type Event, events } from "@/db/schema/events";
import { rowsInPages } from "@/lib/core/rows-in-pages";

const PAGE = 500;

/** What an identity said under events, the oldest first, in the form of the object `Note`. */
export async function* commentObjects(
  db: Database,
  actor: { id: string; uri: string },
): AsyncGenerator<object> {
  for await (const { comment, event, answered } of ownComments(db, actor.id)) {
    yield {
      id: comment.uri,
      type: "Note",
      attributedTo: actor.uri,
      content: comment.html,
      source: { content: comment.source, mediaType: "text/markdown" },
      context: { id: event.uri, type: "Event", name: event.title },
      inReplyTo: answered?.uri ?? event.uri,
      published: comment.createdAt.toISOString(),
      updated: comment.editedAt?.toISOString(),
    };
  }
}

type Own = { comment: Comment; event: Pick<Event, "uri" | "title">; answered: { uri: string } | null };

function ownComments(db: Database, actorId: string): AsyncGenerator<Own> {
  const { createdAt, id } = comments;
  const answered = alias(comments, "answered");
  return rowsInPages(PAGE, (after: Own | undefined): Promise<Own[]> => {
    const last = after?.comment;
    const later =
      last && sql`(${createdAt}, ${id}) > (${last.createdAt.toISOString()}::timestamptz, ${last.id}::uuid)`;
    return db
      .select({
        comment: getTableColumns(comments),
        event: { uri: events.uri, title: events.title },
        answered: { uri: answered.uri },
      })
      .from(comments)
      .innerJoin(events, eq(events.id, comments.eventId))
      .leftJoin(answered, eq(answered.id, comments.inReplyToId))
      .where(and(eq(comments.authorId, actorId), isNull(comments.deletedAt), later))
      .orderBy(asc(createdAt), asc(id))
      .limit(PAGE);
  });
}
