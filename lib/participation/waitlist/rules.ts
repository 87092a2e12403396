import type { Event } from "@/db/schema/events";
import { isOver } from "@/lib/events/rules";

type Timed = Pick<Event, "startsAt" | "endsAt">;

const HOUR = 3_600_000;

/** Whether those who wait get free places without a host's doing. */
export function movesByItself(
  event: Timed & Pick<Event, "waitlist" | "status" | "waitlistStopsHours">,
  now: Date,
): boolean {
  if (event.waitlist === "manual" || event.status === "cancelled" || isOver(event, now)) return false;
  if (event.waitlistStopsHours === 0 || !event.startsAt) return true;
  return now.getTime() < event.startsAt.getTime() - event.waitlistStopsHours * HOUR;
}

/** Until when an offer of now holds: some hours, but not beyond the start of what has not begun. */
export function offerEnd({ offerHours, startsAt }: Timed & Pick<Event, "offerHours">, now: Date): Date {
  const end = now.getTime() + offerHours * HOUR;
  const start = startsAt && startsAt > now ? startsAt.getTime() : end;
  return new Date(Math.min(end, start));
}
