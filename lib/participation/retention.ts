import type { Event } from "@/db/schema/events";
import { endOf } from "@/lib/events/rules";

export const DAY = 86_400_000;

/** Until when it is known who took part by e-mail, and what anybody wrote; null where there is no end yet. */
export function keptUntil(event: Pick<Event, "startsAt" | "endsAt" | "retentionDays">): Date | null {
  const end = endOf(event);
  return end && new Date(end.getTime() + event.retentionDays * DAY);
}
