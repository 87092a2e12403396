import type { Event } from "@/db/schema/events";
import type { Actor } from "@/lib/core/context";

/** Who looks after an event: its organiser, and those who accepted to host it. */
export type Managed = Pick<Event, "organizerId" | "hostIds">;

/**
 * The identity that announced the event manages it, and those that host it with it: they edit, cancel, decide who comes
 * and ask others to host. No other does, not even of the same account. What only the organiser may: `canOwnEvent`.
 */
export function canManageEvent(actor: Actor, event: Managed): boolean {
  return canOwnEvent(actor, event) || (actor.kind === "identity" && event.hostIds.includes(actor.actorId));
}

/** The organiser alone hands the event over, takes hosting away from others, and deletes the event for good. */
export function canOwnEvent(actor: Actor, event: Pick<Event, "organizerId">): boolean {
  return actor.kind === "identity" && actor.actorId === event.organizerId;
}

/** Events are announced by identities. */
export function canAnnounceEvent(actor: Actor): actor is Extract<Actor, { kind: "identity" }> {
  return actor.kind === "identity";
}

/** Published events are seen by whoever has their address; drafts by those who manage them alone; deleted ones by nobody. */
export function canSeeEvent(
  actor: Actor,
  event: Managed & Pick<Event, "publishedAt" | "deletedAt">,
): boolean {
  return event.deletedAt === null && (event.publishedAt !== null || canManageEvent(actor, event));
}
