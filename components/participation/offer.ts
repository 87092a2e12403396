import type { Event } from "@/db/schema/events";
import { joinRefusal } from "@/lib/participation/rules";

type Joinable = Pick<
  Event,
  | "joinMode"
  | "status"
  | "startsAt"
  | "endsAt"
  | "capacity"
  | "placesAside"
  | "publishedAt"
  | "waitlist"
  | "offerHours"
  | "waitlistStopsHours"
  | "guestList"
>;

/** How a waiting line goes on. `inLine`: how many answers wait in it; null: hosts keep the numbers to themselves. */
export type Line = Pick<Event, "offerHours" | "waitlistStopsHours"> & {
  way: Exclude<Event["waitlist"], "closed">;
  inLine: number | null;
};

/** What the page can offer to whoever is not in yet. */
export type Offer =
  | { kind: "closed"; reason: "event_cancelled" | "event_over" | "event_without_joining" }
  | { kind: "full" }
  | { kind: "line"; line: Line }
  | { kind: "open"; needsApproval: boolean; isFull: boolean }
  /** The event is of this other server, which decides: one can ask it. */
  | { kind: "elsewhere"; host: string; needsApproval: boolean; isFull: boolean; readsMaybe: boolean };

/** An event that takes answers. */
export type OpenOffer = Extract<Offer, { kind: "open" | "line" | "elsewhere" }>;

type Counted = { taken: number; inLine: number };

/**
 * The same answer that joining would give to one person. With approval a full event still takes requests: the organiser
 * may make room, or somebody may leave.
 */
export function offerOf(event: Joinable, { taken, inLine }: Counted, now: Date): Offer {
  const refusal = joinRefusal(event, now);
  if (refusal === "event_cancelled" || refusal === "event_over") return { kind: "closed", reason: refusal };
  if (refusal !== null) return { kind: "closed", reason: "event_without_joining" };
  const isFull = placesLeft(event, taken) === 0;
  if (event.joinMode === "approval") return { kind: "open", needsApproval: true, isFull };
  if (!isFull && inLine === 0) return { kind: "open", needsApproval: false, isFull };
  const { waitlist: way, offerHours, waitlistStopsHours, guestList } = event;
  if (way === "closed") return { kind: "full" };
  const told = guestList === "hidden" ? null : inLine;
  return { kind: "line", line: { way, inLine: told, offerHours, waitlistStopsHours } };
}

/** Whether one can answer now. */
export function isOpenOffer(offer: Offer): offer is OpenOffer {
  return offer.kind === "open" || offer.kind === "line" || offer.kind === "elsewhere";
}

/** Places that whoever comes by themselves can have yet; null where they are not counted, never negative. */
export function placesLeft(
  { capacity, placesAside }: Pick<Event, "capacity" | "placesAside">,
  taken: number,
): number | null {
  return capacity === null ? null : Math.max(0, capacity - placesAside - taken);
}
