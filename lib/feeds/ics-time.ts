import { instantOf, localOf } from "@/lib/core/dates/local-time";
import { isZone, offsetAt } from "@/lib/core/dates/zone";
import { icsLine } from "./ics-line";

/** An instant in UTC, as calendars write it: 20261126T180000Z. */
export function icsUtc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** Milliseconds of a wall clock, as calendars write local time: 20261126T190000. */
export function icsWall(wall: number): string {
  return icsUtc(new Date(wall)).slice(0, -1);
}

/** DTSTART or DTEND on the clock of the event's zone, so that calendars can show it there too. */
export function icsTime(name: string, instant: Date, zone: string): string {
  if (!isToldInZone(instant, zone)) return icsLine(name, icsUtc(instant));
  return icsLine(`${name};TZID=${zone}`, icsWall(instant.getTime() + offsetAt(instant, zone) * 1000));
}

/** Whether a time is written with its TZID; UTC is not, nor what programs would not read alike. */
export function isToldInZone(instant: Date, zone: string): boolean {
  if (/^(?:Etc\/)?(?:UTC|GMT)$/.test(zone) || !isZone(zone)) return false;
  // A time that the clocks show twice means the first (RFC 5545, 3.3.5), but ical.js, so Thunderbird, takes the second.
  return instantOf(localOf(instant, zone), zone).kind === "ok";
}
