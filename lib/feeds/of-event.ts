import type { Event } from "@/db/schema/events";
import { env } from "@/lib/core/env";
import { eventPath } from "@/lib/core/paths";
import { plainText } from "@/lib/core/text/plain-text";
import type { EventDetails } from "@/lib/events/queries";
import type { CalendarEvent } from "./calendar-event";

const calendarStatus: Record<Event["status"], CalendarEvent["status"]> = {
  confirmed: "confirmed",
  moved_online: "confirmed",
  tentative: "tentative",
  postponed: "tentative",
  cancelled: "cancelled",
};

type Told = Pick<EventDetails, "event" | "tags"> & { organizer: Pick<EventDetails["organizer"], "name"> };

/**
 * What calendars are told of an event; null for a draft that does not know yet when it begins. One of another server
 * leads there.
 */
export function calendarEventOf({ event, organizer, tags }: Told): CalendarEvent | null {
  if (!event.startsAt) return null;
  const { ORIGIN } = env();
  return {
    uid: `${event.slug}@${new URL(ORIGIN).host}`,
    sequence: event.sequence,
    title: event.title,
    descriptionText: plainText(event.descriptionHtml),
    url: event.domain ? event.uri : ORIGIN + eventPath(event.slug),
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    zone: event.zone,
    status: calendarStatus[event.status],
    placeName: event.placeName || null,
    placeAddress: event.placeAddress || null,
    organizerName: organizer.name,
    categories: tags,
    updatedAt: event.updatedAt,
    createdAt: event.publishedAt ?? event.createdAt,
  };
}
