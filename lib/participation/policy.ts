import type { Event } from "@/db/schema/events";
import type { Actor } from "@/lib/core/context";
import { canManageEvent, canSeeEvent } from "@/lib/events/policy";

type Managed = Pick<Event, "organizerId">;

/** Any identity may ask, but the one that organises is there anyway. */
export function canJoinEvent(
  actor: Actor,
  event: Pick<Event, "organizerId" | "publishedAt">,
): actor is Extract<Actor, { kind: "identity" }> {
  return actor.kind === "identity" && actor.actorId !== event.organizerId && canSeeEvent(actor, event);
}

/** Whoever manages the event decides who takes part; moderators of the server do not. */
export function canDecideParticipation(actor: Actor, event: Managed): boolean {
  return canManageEvent(actor, event);
}
