import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Event, events } from "@/db/schema/events";
import { notFound } from "@/lib/core/errors";

/**
 * Reads the event and holds its row until the transaction ends: whoever counts places, decides or edits
 * waits for the one before. Refuses with `event_not_found`, also for what was deleted a moment ago.
 */
export async function lockEvent(tx: Database, id: string): Promise<Event> {
  const event = await lockEvenDeleted(tx, id);
  if (event.deletedAt) throw notFound("event_not_found");
  return event;
}

/** The same, also for what was deleted a moment ago: for taking it back, or away for good. */
export async function lockEvenDeleted(tx: Database, id: string): Promise<Event> {
  const [event] = await tx.select().from(events).where(eq(events.id, id)).for("update");
  if (!event) throw notFound("event_not_found");
  return event;
}
