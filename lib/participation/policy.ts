import type { Event } from "@/db/schema/events";
import type { Actor } from "@/lib/core/context";
import { canManageEvent, canSeeEvent, type Managed } from "@/lib/events/policy";
import type { AddressReader } from "./address";

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

/** Hosts tell those who take part something, as themselves. */
export function canAnnounce(actor: Actor, event: Managed): actor is Extract<Actor, { kind: "identity" }> {
  return actor.kind === "identity" && canManageEvent(actor, event);
}

/**
 * Who may see the names of those who come: those whom the hosts let see them, and the hosts. `reader`: whether they
 * host, and where all their own identities stand; null: nobody. Whoever was offered a place is not in yet.
 */
export function canSeeParticipants(event: Pick<Event, "guestList">, reader: AddressReader): boolean {
  if (event.guestList === "everybody" || reader?.isOrganizer) return true;
  return event.guestList === "participants" && reader !== null && reader.statuses.includes("approved");
}
