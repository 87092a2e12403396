import type { Event } from "@/db/schema/events";
import { joinRefusal } from "@/lib/participation/rules";

type Joinable = Pick<Event, "joinMode" | "status" | "startsAt" | "endsAt" | "capacity" | "publishedAt">;

/** What the page can offer to whoever is not in yet. `left`: places, null where they are not counted. */
export type Offer =
  | { kind: "closed"; reason: "event_cancelled" | "event_over" | "event_without_joining" }
  | { kind: "full" }
  | { kind: "open"; needsApproval: boolean; isFull: boolean };

/**
 * The same answer that joining would give. With approval a full event still takes requests: the organiser may
 * make room, or somebody may leave.
 */
export function offerOf(event: Joinable, taken: number, now: Date): Offer {
  const refusal = joinRefusal(event, now);
  if (refusal === "event_cancelled" || refusal === "event_over") return { kind: "closed", reason: refusal };
  if (refusal !== null) return { kind: "closed", reason: "event_without_joining" };
  const isFull = placesLeft(event, taken) === 0;
  const needsApproval = event.joinMode === "approval";
  return isFull && !needsApproval ? { kind: "full" } : { kind: "open", needsApproval, isFull };
}

/** Places that nobody has yet; null where they are not counted, never negative. */
export function placesLeft({ capacity }: Pick<Event, "capacity">, taken: number): number | null {
  return capacity === null ? null : Math.max(0, capacity - taken);
}
