import type { ChipTone } from "@/components/ui/chip";
import type { Event } from "@/db/schema/events";
import type { CardStanding } from "@/lib/participation/standings";

/** The one thing that a card says beyond what, when and where. `left`: places, for `placesLeft` alone. */
export type CardNote = {
  key: "cancelled" | "postponed" | (typeof own)[CardStanding]["key"] | "full" | "placesLeft" | "byApproval";
  tone: ChipTone;
  left: number;
};

type Noted = Pick<Event, "status" | "capacity" | "placesAside" | "joinMode" | "guestList">;

/** What the reader's own answer says comes before all else. */
const own = {
  approved: { key: "going", tone: "going" },
  offered: { key: "offered", tone: "going" },
  waitlisted: { key: "inLine", tone: "waiting" },
  pending: { key: "waiting", tone: "waiting" },
  maybe: { key: "maybe", tone: "plain" },
  rejected: { key: "refused", tone: "plain" },
  unheard: { key: "unheard", tone: "plain" },
} as const satisfies Record<CardStanding, { key: string; tone: ChipTone }>;

/** What matters most about the event for this reader, or null where there is nothing that a card must say. */
export function cardNote(event: Noted, taken: number, standing: CardStanding | undefined): CardNote | null {
  const { capacity, placesAside } = event;
  const left = capacity === null ? Number.POSITIVE_INFINITY : Math.max(0, capacity - placesAside - taken);
  if (event.status === "cancelled") return { key: "cancelled", tone: "alert", left };
  if (event.status === "postponed") return { key: "postponed", tone: "alert", left };
  if (standing) return { ...own[standing], left };
  if (event.joinMode === "none" || event.joinMode === "external") return null;
  if (left === 0) return { key: "full", tone: "plain", left };
  if (event.joinMode === "approval") return { key: "byApproval", tone: "plain", left };
  return capacity === null || event.guestList === "hidden"
    ? null
    : { key: "placesLeft", tone: "going", left };
}
