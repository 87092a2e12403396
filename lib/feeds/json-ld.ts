import { isoInZone, isZone } from "@/lib/core/dates/zone";
import { excerpt } from "@/lib/core/text/excerpt";
import type { CalendarEvent } from "./calendar-event";

/** What the event page tells search engines beyond the calendar's row; `onlineUrl` only if everybody may know it. */
export type PublicEvent = CalendarEvent & {
  imageUrls: string[];
  onlineUrl: string | null;
  organizerUrl: string | null;
};

/** schema.org Event (Google's event rich result), ready for a script element of type application/ld+json. */
export function eventJsonLd(event: PublicEvent): string {
  const { startsAt, endsAt, organizerName, organizerUrl } = event;
  const zone = isZone(event.zone) ? event.zone : "UTC";
  return toScriptText({
    "@context": "https://schema.org",
    "@type": "Event",
    "@id": event.url,
    url: event.url,
    name: event.title,
    description: excerpt(event.descriptionText, 300) || undefined,
    startDate: isoInZone(startsAt, zone),
    endDate: endsAt && endsAt > startsAt ? isoInZone(endsAt, zone) : undefined,
    // schema.org has no word for tentative.
    eventStatus: schema(event.status === "cancelled" ? "EventCancelled" : "EventScheduled"),
    eventAttendanceMode: schema(attendanceMode(event)),
    location: locations(event),
    image: event.imageUrls.length > 0 ? event.imageUrls : undefined,
    keywords: event.categories.length > 0 ? event.categories.join(", ") : undefined,
    organizer: organizerName
      ? { "@type": "Organization", name: organizerName, url: organizerUrl ?? undefined }
      : undefined,
  });
}

function attendanceMode({ onlineUrl, placeName, placeAddress }: PublicEvent): string {
  if (!onlineUrl) return "OfflineEventAttendanceMode";
  return placeName || placeAddress ? "MixedEventAttendanceMode" : "OnlineEventAttendanceMode";
}

function locations({ onlineUrl, placeName, placeAddress }: PublicEvent): object | object[] | undefined {
  const place = { "@type": "Place", name: placeName ?? undefined, address: placeAddress ?? undefined };
  const all = [
    ...(placeName || placeAddress ? [place] : []),
    ...(onlineUrl ? [{ "@type": "VirtualLocation", url: onlineUrl }] : []),
  ];
  return all.length > 1 ? all : all[0];
}

function schema(word: string): string {
  return `https://schema.org/${word}`;
}

// Nothing in a script element may look like its end or like a comment.
function toScriptText(data: object): string {
  const escapes: Record<string, string> = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026" };
  return JSON.stringify(data)
    .replace(/[<>&]/g, (character) => escapes[character] ?? "")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}
