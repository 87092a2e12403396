import type { Event } from "@/db/schema/events";
import type { Participation } from "@/db/schema/participations";
import type { RemoteEvent } from "@/db/schema/remote-events";
import { isOver } from "@/lib/events/rules";

type Joinable = Pick<Event, "joinMode" | "status" | "startsAt" | "endsAt">;

/** Why nobody can join now, as a refusal's reason, or null if they can. Says nothing about places. */
export function joinRefusal(event: Joinable, now: Date): string | null {
  if (event.status === "cancelled") return "event_cancelled";
  if (isOver(event, now)) return "event_over";
  if (event.joinMode !== "free" && event.joinMode !== "approval") return "event_without_joining";
  return null;
}

/** Whether the server of an event takes no answers: they are out by a decision that is not their own. */
export function isUnheard({ status, decidedAt }: Pick<Participation, "status" | "decidedAt">): boolean {
  return status === "left" && decidedAt !== null;
}

/** Software that reads "maybe" and "no" about an event, as NodeInfo names it; others know only who comes, and who leaves. */
export function readsAnswers(software: string): boolean {
  return ["carillon", "hubzilla", "friendica", "gathio"].includes(software);
}

/**
 * Software that hears a yes to an event itself, knows no Join, and answers neither: whoever says that they come does.
 * Hubzilla and Friendica (measured), Gathio (by its documents).
 */
export function takesYesAsGiven(software: string): boolean {
  return ["hubzilla", "friendica", "gathio"].includes(software);
}

type Counted = Pick<RemoteEvent, "capacity" | "participantCount" | "remainingCapacity">;

/**
 * How an event of another server is attended, as that server counts: it tells some of the numbers, or none. Null: not
 * known, of `capacity` also without bounds. `left` is never negative.
 */
export function countsElsewhere({ capacity, participantCount, remainingCapacity }: Counted) {
  const isCounted = capacity !== null && remainingCapacity !== null;
  const taken = participantCount ?? (isCounted ? Math.max(0, capacity - remainingCapacity) : null);
  const left = remainingCapacity ?? (capacity !== null && taken !== null ? capacity - taken : null);
  return { capacity, taken, left: left === null ? null : Math.max(0, left) };
}
