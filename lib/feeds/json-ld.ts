import type { Event } from "@/db/schema/events";
import { isoInZone, isZone } from "@/lib/core/dates/zone";
import { excerpt } from "@/lib/core/text/excerpt";
import type { CalendarEvent } from "./calendar-event";
import { priceOf } from "./price";
import type { PublicPlace } from "./public-place";

/** What the event page tells search engines: only what everybody may know. */
export type PublicEvent = Omit<CalendarEvent, "status" | "placeName" | "placeAddress" | "onlineUrl"> & {
  status: Event["status"];
  imageUrls: string[];
  place: PublicPlace | null;
  /** When it was to begin at first; null: it still does. */
  previousStartsAt: Date | null;
  isOnline: boolean;
  /** Null: only those who are in may know it. */
  onlineUrl: string | null;
  /** Identities whose pages everybody may open have a `url`. */
  hosts: { name: string; url: string | null }[];
  language: string | null;
  capacity: number | null;
  isFull: boolean;
  priceNote: string;
  ticketUrl: string | null;
};

const statuses: Record<Event["status"], string> = {
  confirmed: "EventScheduled",
  // schema.org has no word for it.
  tentative: "EventScheduled",
  postponed: "EventPostponed",
  moved_online: "EventMovedOnline",
  cancelled: "EventCancelled",
};

/**
 * schema.org Event, as Google's documentation of event results wants it, ready for a script element of type
 * application/ld+json. https://developers.google.com/search/docs/appearance/structured-data/event
 */
export function eventJsonLd(event: PublicEvent): string {
  const { startsAt, endsAt } = event;
  const previousStart = rescheduledFrom(event);
  const zone = isZone(event.zone) ? event.zone : "UTC";
  return toScriptText({
    "@context": "https://schema.org",
    "@type": "Event",
    "@id": event.url,
    url: event.url,
    name: event.title,
    description: excerpt(event.descriptionText, 300) || undefined,
    inLanguage: event.language ?? undefined,
    startDate: isoInZone(startsAt, zone),
    endDate: endsAt && endsAt > startsAt ? isoInZone(endsAt, zone) : undefined,
    previousStartDate: previousStart ? isoInZone(previousStart, zone) : undefined,
    eventStatus: only(statusesOf(event).map(schema)),
    eventAttendanceMode: schema(attendanceMode(event)),
    location: only([...places(event), ...rooms(event)]),
    image: event.imageUrls.length > 0 ? event.imageUrls : undefined,
    keywords: event.categories.length > 0 ? event.categories.join(", ") : undefined,
    organizer: only(event.hosts.map(({ name, url }) => thing("Organization", { name, url }))),
    offers: offers(event),
    maximumAttendeeCapacity: event.capacity ?? undefined,
  });
}

/** What moved online may be moved in time too; schema.org has both words. */
function statusesOf(event: PublicEvent): string[] {
  const status = statuses[event.status];
  if (!rescheduledFrom(event)) return [status];
  return status === "EventMovedOnline" ? [status, "EventRescheduled"] : ["EventRescheduled"];
}

/** Nothing has another time as long as it is called off, or put off until nobody knows when. */
function rescheduledFrom({ status, previousStartsAt }: PublicEvent): Date | null {
  return status === "cancelled" || status === "postponed" ? null : previousStartsAt;
}

function attendanceMode(event: PublicEvent): string {
  if (rooms(event).length === 0) return "OfflineEventAttendanceMode";
  return places(event).length > 0 ? "MixedEventAttendanceMode" : "OnlineEventAttendanceMode";
}

/** Nobody needs to go anywhere for what has moved online. */
function places({ place, status }: PublicEvent): object[] {
  if (!place || status === "moved_online") return [];
  const { name, address, latitude, longitude } = place;
  const isKnown = latitude !== null && longitude !== null;
  return [
    thing("Place", {
      name: name || address,
      address: postalAddress(place),
      geo: isKnown ? thing("GeoCoordinates", { latitude, longitude }) : null,
    }),
  ];
}

function postalAddress({ name, address, parts }: PublicPlace): object {
  if (!parts?.locality) return thing("PostalAddress", { streetAddress: address || name });
  return thing("PostalAddress", {
    streetAddress: parts.street,
    postalCode: parts.postalCode,
    addressLocality: parts.locality,
    addressRegion: parts.region,
    addressCountry: parts.country,
  });
}

/** Where the address is not for everybody, its page is where one learns it. */
function rooms({ isOnline, status, onlineUrl, url }: PublicEvent): object[] {
  if (!isOnline && status !== "moved_online") return [];
  return [thing("VirtualLocation", { url: onlineUrl ?? url })];
}

function offers({ priceNote, ticketUrl, url, isFull }: PublicEvent): object | undefined {
  if (!priceNote && !ticketUrl) return undefined;
  return thing("Offer", {
    url: ticketUrl ?? url,
    description: priceNote,
    ...priceOf(priceNote),
    availability: schema(isFull ? "SoldOut" : "InStock"),
  });
}

/** Without what is not known. */
function thing(type: string, properties: Record<string, unknown>): object {
  const known = Object.entries(properties).filter(([, value]) => value !== null && value !== "");
  return { "@type": type, ...Object.fromEntries(known) };
}

function only<T>(things: T[]): T | T[] | undefined {
  return things.length > 1 ? things : things[0];
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
