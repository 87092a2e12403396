import { env } from "@/lib/core/env";
import { identityPath } from "@/lib/core/paths";
import type { EventPage } from "@/lib/participation/event-page";
import { countsElsewhere } from "@/lib/participation/rules";
import type { CalendarEvent } from "./calendar-event";
import type { PublicEvent } from "./json-ld";
import { linkImageOf } from "./preview/image";
import { publicPlaceOf } from "./public-place";

/** What search engines are told of an event's page. `isOnlineAddressPublic`: whether everybody may know it. */
export function publicEventOf(
  calendarEvent: CalendarEvent,
  page: EventPage,
  isOnlineAddressPublic: boolean,
): PublicEvent {
  const { event, organizer, hosts, place, remote } = page;
  const counted = remote ? countsElsewhere(remote) : { capacity: event.capacity, taken: page.taken };
  const { ORIGIN } = env();
  const image = linkImageOf(page);
  return {
    ...calendarEvent,
    status: event.status,
    previousStartsAt: event.previousStartsAt,
    imageUrls: image ? [ORIGIN + image.path] : [],
    place: publicPlaceOf(event, place),
    isOnline: event.onlineUrl !== "",
    onlineUrl: isOnlineAddressPublic && isWebAddress(event.onlineUrl) ? event.onlineUrl : null,
    hosts: [organizer, ...hosts].map(({ name, visibility, handle, domain }) => ({
      name,
      url: visibility === "public" && !domain ? ORIGIN + identityPath(handle) : null,
    })),
    language: event.language === "und" ? null : event.language,
    capacity: counted.capacity,
    isFull: counted.capacity !== null && counted.taken !== null && counted.taken >= counted.capacity,
    priceNote: event.priceNote,
    ticketUrl: isWebAddress(event.ticketUrl) ? event.ticketUrl : null,
  };
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
