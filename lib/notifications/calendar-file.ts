import { env } from "@/lib/core/env";
import { eventPath } from "@/lib/core/paths";
import { plainText } from "@/lib/core/text/plain-text";
import type { CalendarEvent } from "@/lib/feeds/calendar-event";
import { calendar } from "@/lib/feeds/ics";
import type { Happening } from "./people";

/** The event as a file that calendars take for the one they have already, changed or called off. */
export function calendarFile({ event, organizer }: Happening): string {
  const { ORIGIN } = env();
  return calendar([
    {
      uid: `${event.slug}@${new URL(ORIGIN).host}`,
      sequence: event.sequence,
      title: event.title,
      descriptionText: plainText(event.descriptionHtml),
      url: ORIGIN + eventPath(event.slug),
      startsAt: event.startsAt ?? event.createdAt,
      endsAt: event.endsAt,
      zone: event.zone,
      status: calendarStatus[event.status],
      placeName: event.placeName || null,
      placeAddress: event.placeAddress || null,
      organizerName: organizer.name,
      categories: [],
      updatedAt: event.updatedAt,
      createdAt: event.publishedAt ?? event.createdAt,
    },
  ]);
}

const calendarStatus: Record<Happening["event"]["status"], CalendarEvent["status"]> = {
  confirmed: "confirmed",
  moved_online: "confirmed",
  tentative: "tentative",
  postponed: "tentative",
  cancelled: "cancelled",
};
