import type { FeedEntry } from "@/lib/events/feed-entries";
import { calendar } from "./ics";
import { publicCalendarEventOf } from "./public-event";

/** A public calendar as programs take it. The same rows give the same bytes. */
export function publicCalendarText(entries: FeedEntry[], name: string): string {
  const told = entries.map(publicCalendarEventOf).filter((event) => event !== null);
  return calendar(told, { name });
}
