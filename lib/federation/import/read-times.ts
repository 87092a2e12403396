import { instantOf } from "@/lib/core/dates/local-time";
import { isZone, offsetAt } from "@/lib/core/dates/zone";
import type { Document } from "../activity";
import { wordIn } from "./read-text";

type Times = { startsAt: Date; endsAt: Date | null; zone: string };

const DAY = 86_400_000;

/** A zone that most people with this clock live in, for servers that tell an offset alone: first what fits is taken. */
const likely = [
  "Europe/London",
  "Europe/Paris",
  "Europe/Athens",
  "Europe/Moscow",
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
  "America/Sao_Paulo",
  "America/Halifax",
  "America/St_Johns",
  "America/Anchorage",
  "Asia/Dubai",
  "Asia/Karachi",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Dhaka",
  "Asia/Bangkok",
  "Asia/Shanghai",
  "Asia/Tokyo",
  "Australia/Adelaide",
  "Australia/Sydney",
  "Pacific/Auckland",
  "Pacific/Honolulu",
];

/**
 * When an event takes place, as its server writes it: an instant with an offset, or a time on the clocks of its zone.
 * Null where nobody can tell when it begins, or it lies years away. An end that is not to be shown is none.
 */
export function readTimes(document: Document): Times | null {
  const told = [document.timezone, document.eventTimezone].find((zone) => isZone(wordIn(zone)));
  const begins = document.startTime ?? document.previousStartTime;
  const zone = typeof told === "string" ? told : zoneOf(begins);
  const startsAt = instantIn(begins, zone);
  if (!startsAt) return null;
  const end = document.displayEndTime === false ? null : instantIn(document.endTime, zone);
  return { startsAt, endsAt: end && end > startsAt ? end : null, zone };
}

/** What is told of one moment; null for what is no time between 1970 and 2200. */
export function instantIn(value: unknown, zone = "UTC"): Date | null {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) || value.length > 40)
    return null;
  const offset = /(?:Z|([+-]\d{2})(?::?(\d{2}))?)$/i.exec(value.slice(11));
  if (!offset) return onClocks(value, zone);
  const [written, hours, minutes = "00"] = offset;
  const time = new Date(hours ? `${value.slice(0, -written.length)}${hours}:${minutes}` : value);
  const year = time.getUTCFullYear();
  return year >= 1970 && year <= 2200 ? time : null;
}

/** What lies too far away to be on anybody's calendar: it ended two years ago, or begins in five. */
export function isOutOfReach({ startsAt, endsAt }: Pick<Times, "startsAt" | "endsAt">, now: Date): boolean {
  const end = endsAt ?? startsAt;
  return end.getTime() < now.getTime() - 730 * DAY || startsAt.getTime() > now.getTime() + 1826 * DAY;
}

function onClocks(value: string, zone: string): Date | null {
  const time = instantOf(value.slice(0, 16), zone);
  if (time.kind === "ok" || time.kind === "ambiguous") return time.instant;
  return time.kind === "nonexistent" ? onClocks(time.next, zone) : null;
}

function zoneOf(begins: unknown): string {
  const instant = instantIn(begins);
  const offset = typeof begins === "string" ? /([+-])(\d{2}):?(\d{2})?$/.exec(begins.slice(11)) : null;
  if (!instant || !offset) return "UTC";
  const seconds = (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) * (offset[1] === "-" ? -60 : 60);
  if (seconds === 0) return "UTC";
  return likely.find((zone) => offsetAt(instant, zone) === seconds) ?? etcZone(seconds);
}

/** IANA counts these the other way round: Etc/GMT-5 is five hours ahead. */
function etcZone(seconds: number): string {
  const zone = `Etc/GMT${seconds < 0 ? "+" : "-"}${Math.abs(seconds / 3600)}`;
  return isZone(zone) ? zone : "UTC";
}
