import { asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { eventTags } from "@/db/schema/events";
import { calendar } from "@/lib/feeds/ics";
import { calendarEventOf } from "@/lib/feeds/of-event";
import type { Happening } from "./people";

/** The event as the file that its page offers: calendars take it for the one they have, changed or called off. */
export async function calendarFile(
  db: Database,
  { event, organizer }: Happening,
): Promise<string | undefined> {
  const rows = await db
    .select({ tag: eventTags.tag })
    .from(eventTags)
    .where(eq(eventTags.eventId, event.id))
    .orderBy(asc(eventTags.position));
  const told = calendarEventOf({ event, organizer, tags: rows.map(({ tag }) => tag) });
  return told ? calendar([told]) : undefined;
}
