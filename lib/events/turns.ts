import type { Event } from "@/db/schema/events";
import { endOf } from "./rules";

type Times = Pick<Event, "startsAt" | "endsAt">;

const HOUR = 3_600_000;

/** When the event next begins or is over, so that what shows it looks different; null once it is over. */
export function nextTurn(event: Times, now: Date): Date | null {
  const turns = [event.startsAt, endOf(event)].filter((turn) => turn !== null && turn > now);
  return turns[0] ?? null;
}

/** When a list of events looks different: one of them turns, or the hour does, since then a day ends in some zone. */
export function nextTurnOf(cards: { event: Times }[], now: Date): Date {
  const hour = (Math.floor(now.getTime() / HOUR) + 1) * HOUR;
  const turns = cards.map(({ event }) => nextTurn(event, now)?.getTime() ?? hour);
  return new Date(Math.min(hour, ...turns));
}
