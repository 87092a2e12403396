import type { Event } from "@/db/schema/events";
import type { Actor } from "@/lib/core/context";

/** The identity that announced the event manages it, and no other, not even of the same account. */
export function canManageEvent(actor: Actor, event: Pick<Event, "organizerId">): boolean {
  return actor.kind === "identity" && actor.actorId === event.organizerId;
}

/** Events are announced by identities. */
export function canAnnounceEvent(actor: Actor): actor is Extract<Actor, { kind: "identity" }> {
  return actor.kind === "identity";
}

/** Published events are seen by whoever has their address; drafts by their organiser alone. */
export function canSeeEvent(actor: Actor, event: Pick<Event, "organizerId" | "publishedAt">): boolean {
  return event.publishedAt !== null || canManageEvent(actor, event);
}
