import type { Event } from "@/db/schema/events";
import type { Actor } from "@/lib/core/context";
import { canManageEvent, canSeeEvent, type Managed } from "@/lib/events/policy";

/**
 * Any identity may answer, but those that host are there anyway; and whoever holds the link of a participation by
 * e-mail, for that one: the caller looks only at it.
 */
export function canJoinEvent(
  actor: Actor,
  event: Managed & Pick<Event, "publishedAt" | "deletedAt">,
): actor is Extract<Actor, { kind: "identity" | "mail" }> {
  const isParticipant = actor.kind === "identity" || actor.kind === "mail";
  return isParticipant && !canManageEvent(actor, event) && canSeeEvent(actor, event);
}

/** Whoever manages the event decides who takes part; moderators of the server do not. */
export function canDecideParticipation(actor: Actor, event: Managed): boolean {
  return canManageEvent(actor, event);
}
