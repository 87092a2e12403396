import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { eventContacts } from "@/db/schema/event-hosts";
import { type Event, events } from "@/db/schema/events";
import { rowsInPages } from "@/lib/core/rows-in-pages";

const PAGE = 500;

/** The announced events, its own and those of others, at which an identity is named as one to ask; the oldest first. */
export async function* contactObjects(db: Database, actor: { id: string }): AsyncGenerator<object> {
  for await (const { named, event } of ownContacts(db, actor.id)) {
    yield {
      type: "Event",
      id: event.uri,
      name: event.title,
      startTime: event.startsAt?.toISOString(),
      published: named.createdAt.toISOString(),
    };
  }
}

/** The addresses of those who are named at an event, in the organiser's order: a part of a query. */
export const contacts = sql<string[]>`coalesce((select json_agg(a.uri order by c.created_at, a.handle)
  from ${eventContacts} c join actors a on a.id = c.actor_id where c.event_id = ${events.id}), '[]'::json)`;

type Own = {
  named: typeof eventContacts.$inferSelect;
  event: Pick<Event, "uri" | "title" | "startsAt">;
};

function ownContacts(db: Database, actorId: string): AsyncGenerator<Own> {
  const { createdAt, eventId } = eventContacts;
  return rowsInPages(PAGE, (after: Own | undefined): Promise<Own[]> => {
    const last = after?.named;
    const later =
      last &&
      sql`(${createdAt}, ${eventId}) > (${last.createdAt.toISOString()}::timestamptz, ${last.eventId}::uuid)`;
    return (
      db
        .select({
          named: { eventId, actorId: eventContacts.actorId, createdAt },
          event: { uri: events.uri, title: events.title, startsAt: events.startsAt },
        })
        .from(eventContacts)
        // Whoever is named in the draft of somebody else does not know of it yet.
        .innerJoin(events, and(eq(events.id, eventId), isNotNull(events.publishedAt)))
        .where(and(eq(eventContacts.actorId, actorId), later))
        .orderBy(asc(createdAt), asc(eventId))
        .limit(PAGE)
    );
  });
}
