import type { FeedEntry } from "@/lib/events/feed-entries";
import type { CalendarEvent } from "./calendar-event";
import { calendarEventOf } from "./of-event";

/** What everybody may be told of an event: of a hidden address only the town. Null without a time. */
export function publicCalendarEventOf(entry: FeedEntry): CalendarEvent | null {
  const told = calendarEventOf(entry);
  if (!told || !entry.event.isAddressHidden) return told;
  return { ...told, placeName: entry.locality || null, placeAddress: null };
}
