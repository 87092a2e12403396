import type { CalendarEvent } from "./calendar-event";
import { icsLine, icsLines, icsText } from "./ics-line";
import { icsTime, icsUtc, isToldInZone } from "./ics-time";
import { icsTimezone } from "./ics-timezone";

/** How many events one file holds at most; what calls `calendar` asks the database for no more. */
export const maxCalendarEvents = 1000;

/**
 * Events as a published calendar (RFC 5545, RFC 5546 PUBLISH), for a download or, with a name, a feed. The same rows
 * give the same bytes. There is no ORGANIZER: it would be an address, and makes calendars take the file for an
 * invitation (3.8.4.3 forbids it outside of scheduling).
 */
export function calendar(events: CalendarEvent[], { name }: { name?: string } = {}): string {
  const listed = events.slice(0, maxCalendarEvents);
  return written("PUBLISH", [
    ...(name === undefined ? [] : feedLines(name)),
    ...timezones(listed),
    ...listed.flatMap((event) => eventLines(event)),
  ]);
}

/** One event in a message of scheduling (RFC 5546): `lines` say who is asked by whom, `writtenAt` when. */
export function scheduledEvent(
  method: "REQUEST" | "CANCEL",
  event: CalendarEvent,
  { lines, writtenAt }: { lines: string[]; writtenAt: Date },
): string {
  return written(method, [...timezones([event]), ...eventLines(event, { lines, writtenAt })]);
}

function written(method: string, content: string[]): string {
  const lines = [
    icsLine("BEGIN", "VCALENDAR"),
    icsLine("VERSION", "2.0"),
    icsLine("PRODID", "-//Carillon//Events//EN"),
    icsLine("CALSCALE", "GREGORIAN"),
    icsLine("METHOD", method),
    ...content,
    icsLine("END", "VCALENDAR"),
  ];
  return `${lines.join("\r\n")}\r\n`;
}

// RFC 7986 has names for these, most programs still read the older ones.
function feedLines(name: string): string[] {
  return [
    icsLine("NAME", icsText(name, 200)),
    icsLine("X-WR-CALNAME", icsText(name, 200)),
    icsLine("REFRESH-INTERVAL;VALUE=DURATION", "PT1H"),
    icsLine("X-PUBLISHED-TTL", "PT1H"),
  ];
}

function timezones(events: CalendarEvent[]): string[] {
  const instants = new Map<string, Date[]>();
  for (const { zone, startsAt, endsAt } of events) {
    const told = [startsAt, endsAt ?? startsAt].filter((instant) => isToldInZone(instant, zone));
    if (told.length > 0) instants.set(zone, [...(instants.get(zone) ?? []), ...told]);
  }
  return [...instants].flatMap(([zone, told]) => icsTimezone(zone, told));
}

function eventLines(
  event: CalendarEvent,
  // With the edit's time instead of now, equal rows give equal bytes (and a strong ETag).
  { lines, writtenAt }: { lines: string[]; writtenAt: Date } = { lines: [], writtenAt: event.updatedAt },
): string[] {
  const { startsAt, endsAt, zone } = event;
  return [
    icsLine("BEGIN", "VEVENT"),
    icsLine("UID", event.uid.replace(/[^!-~]/g, "").slice(0, 255)),
    icsLine("DTSTAMP", icsUtc(writtenAt)),
    icsLine("CREATED", icsUtc(event.createdAt)),
    icsLine("LAST-MODIFIED", icsUtc(event.updatedAt)),
    icsLine("SEQUENCE", Math.min(Math.max(0, Math.trunc(event.sequence)), 2 ** 31 - 1)),
    icsLine("STATUS", event.status.toUpperCase()),
    icsTime("DTSTART", startsAt, zone),
    // Nobody said when it ends: no invented end. It then ends where it starts (3.6.1).
    ...(endsAt && endsAt > startsAt ? [icsTime("DTEND", endsAt, zone)] : []),
    icsLine("SUMMARY", icsText(event.title, 300)),
    ...descriptiveLines(event),
    ...lines,
    icsLine("END", "VEVENT"),
  ];
}

function descriptiveLines({
  descriptionText,
  url,
  placeName,
  placeAddress,
  ...event
}: CalendarEvent): string[] {
  const address = httpUrl(url);
  const online = httpUrl(event.onlineUrl ?? "");
  // Google Calendar shows neither URL nor CONFERENCE: the addresses close the description.
  const links = [online, address].map((link) => link && icsText(link, 2000));
  const description = [icsLines(descriptionText, 8000), ...links].filter(Boolean);
  const location = [placeName, placeAddress].filter(Boolean).join(", ") || online;
  const categories = event.categories
    .slice(0, 20)
    .map((category) => icsText(category, 100))
    .filter(Boolean);
  return [
    ...(description.length > 0 ? [icsLine("DESCRIPTION", description.join("\\n\\n"))] : []),
    ...(address ? [icsLine("URL", address)] : []),
    ...(online ? [icsLine("CONFERENCE;VALUE=URI", online)] : []),
    ...(location ? [icsLine("LOCATION", icsText(location, 500))] : []),
    ...(event.organizerName ? [icsLine("CONTACT", icsText(event.organizerName, 200))] : []),
    ...(categories.length > 0 ? [icsLine("CATEGORIES", categories.join(","))] : []),
  ];
}

function httpUrl(url: string): string | null {
  const address = URL.parse(url);
  return address && /^https?:$/.test(address.protocol) && address.href.length <= 2000 ? address.href : null;
}
