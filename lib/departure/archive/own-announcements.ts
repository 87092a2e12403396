import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Announcement, announcements } from "@/db/schema/announcements";
import { type Event, events } from "@/db/schema/events";
import { rowsInPages } from "@/lib/core/rows-in-pages";

const PAGE = 500;

/**
 * What an identity wrote as a host to those who take part, sent or not, the oldest first, in the form of the object `Note`.
 * Who read it is not told: that is theirs.
 */
export async function* announcementObjects(
  db: Database,
  actor: { id: string; uri: string },
): AsyncGenerator<object> {
  for await (const { announcement, event } of ownAnnouncements(db, actor.id)) {
    yield {
      id: announcement.uri,
      type: "Note",
      attributedTo: actor.uri,
      name: announcement.subject,
      source: { content: announcement.body, mediaType: "text/markdown" },
      context: { id: event.uri, type: "Event", name: event.title },
      statuses: announcement.statuses,
      sendAt: announcement.sendAt.toISOString(),
      published: announcement.sentAt?.toISOString(),
      cancelled: announcement.cancelledAt?.toISOString(),
    };
  }
}

type Own = { announcement: Announcement; event: Pick<Event, "uri" | "title"> };

function ownAnnouncements(db: Database, actorId: string): AsyncGenerator<Own> {
  const { createdAt, id } = announcements;
  return rowsInPages(PAGE, (after: Own | undefined): Promise<Own[]> => {
    const last = after?.announcement;
    const later =
      last && sql`(${createdAt}, ${id}) > (${last.createdAt.toISOString()}::timestamptz, ${last.id}::uuid)`;
    return db
      .select({
        announcement: getTableColumns(announcements),
        event: { uri: events.uri, title: events.title },
      })
      .from(announcements)
      .innerJoin(events, eq(events.id, announcements.eventId))
      .where(and(eq(announcements.authorId, actorId), later))
      .orderBy(asc(createdAt), asc(id))
      .limit(PAGE);
  });
}
