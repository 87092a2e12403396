import { asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { eventAutosaves } from "@/db/schema/event-autosaves";
import { events } from "@/db/schema/events";

/** What an identity typed into forms of events and has not saved, field by field; `object`: of an event that exists. */
export async function* unsavedObjects(db: Database, actor: { id: string }): AsyncGenerator<object> {
  const { values, savedAt, eventId, editorId } = eventAutosaves;
  // A few at most: the oldest makes room.
  const rows = await db
    .select({ values, savedAt, uri: events.uri })
    .from(eventAutosaves)
    .leftJoin(events, eq(events.id, eventId))
    .where(eq(editorId, actor.id))
    .orderBy(asc(savedAt), asc(eventId));
  for (const row of rows)
    yield { object: row.uri ?? undefined, updated: row.savedAt.toISOString(), fields: row.values };
}
