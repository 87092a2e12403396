import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type EventHost, eventHosts } from "@/db/schema/event-hosts";
import { type Event, events } from "@/db/schema/events";
import { rowsInPages } from "@/lib/core/rows-in-pages";

const PAGE = 500;

/** What an identity was asked to host, hosts or declined, the oldest first, in the form of the activity `Invite`. */
export async function* hostingObjects(
  db: Database,
  actor: { id: string; uri: string },
): AsyncGenerator<object> {
  for await (const { hosting, event } of ownHostings(db, actor.id)) {
    yield {
      type: "Invite",
      target: actor.uri,
      object: { id: event.uri, type: "Event", name: event.title, startTime: event.startsAt?.toISOString() },
      status: hosting.status,
      published: hosting.createdAt.toISOString(),
      decided: hosting.decidedAt?.toISOString(),
    };
  }
}

type Own = { hosting: EventHost; event: Pick<Event, "uri" | "title" | "startsAt"> };

function ownHostings(db: Database, actorId: string): AsyncGenerator<Own> {
  const { createdAt, eventId } = eventHosts;
  return rowsInPages(PAGE, (after: Own | undefined): Promise<Own[]> => {
    const last = after?.hosting;
    const later =
      last &&
      sql`(${createdAt}, ${eventId}) > (${last.createdAt.toISOString()}::timestamptz, ${last.eventId}::uuid)`;
    return db
      .select({
        hosting: getTableColumns(eventHosts),
        event: { uri: events.uri, title: events.title, startsAt: events.startsAt },
      })
      .from(eventHosts)
      .innerJoin(events, eq(events.id, eventHosts.eventId))
      .where(and(eq(eventHosts.actorId, actorId), later))
      .orderBy(asc(createdAt), asc(eventId))
      .limit(PAGE);
  });
}
