import type { ChipTone } from "@/components/ui/chip";
import type { Event } from "@/db/schema/events";

/** The one thing that a card says beyond what, when and where. `left`: places, for `placesLeft` alone. */
export type CardNote = {
  key: "cancelled" | "postponed" | "going" | "waiting" | "full" | "placesLeft" | "byApproval";
  tone: ChipTone;
  left: number;
};

type Noted = Pick<Event, "status" | "capacity" | "joinMode" | "guestList">;

/** What matters most about the event for this reader, or null where there is nothing that a card must say. */
export function cardNote(
  event: Noted,
  taken: number,
  standing: "approved" | "pending" | undefined,
): CardNote | null {
  const left = event.capacity === null ? Number.POSITIVE_INFINITY : Math.max(0, event.capacity - taken);
  if (event.status === "cancelled") return { key: "cancelled", tone: "alert", left };
  if (event.status === "postponed") return { key: "postponed", tone: "alert", left };
  if (standing === "approved") return { key: "going", tone: "going", left };
  if (standing === "pending") return { key: "waiting", tone: "waiting", left };
  if (event.joinMode === "none" || event.joinMode === "external") return null;
  if (left === 0) return { key: "full", tone: "plain", left };
  if (event.joinMode === "approval") return { key: "byApproval", tone: "plain", left };
  return event.capacity === null || event.guestList === "hidden"
    ? null
    : { key: "placesLeft", tone: "going", left };
}
