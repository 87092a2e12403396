import type { Event } from "@/db/schema/events";
import type { Participation } from "@/db/schema/participations";
import { conflict, invalidField } from "@/lib/core/errors";
import { type Room, seatsOf } from "./places";
import { joinRefusal } from "./rules";

/** Where a participation stands, with the columns that go with it. */
export type Standing = Pick<Participation, "waitRank" | "offerEndsAt" | "decidedAt"> & {
  status: keyof typeof facts;
};

type Party = Pick<Participation, "adults" | "children">;

/** The columns of a standing that is neither in line nor offered. */
export function plainStanding(
  status: Exclude<Standing["status"], "waitlisted" | "offered">,
  decidedAt: Date | null = null,
): Standing {
  return { status, waitRank: null, offerEndsAt: null, decidedAt };
}

const facts = {
  approved: "participation.approved",
  pending: "participation.requested",
  waitlisted: "participation.waitlisted",
  offered: "participation.offered",
  maybe: "participation.undecided",
  declined: "participation.declined",
  rejected: "participation.rejected",
  left: "participation.left",
} as const;

/** The fact that tells that somebody stands there now. */
export function factOfStanding(status: keyof typeof facts) {
  return facts[status];
}

type Newcomer = {
  party: Party;
  room: Room;
  now: Date;
  /** A host asked them to come: none has to decide about them. */
  isInvited?: boolean;
};

/**
 * Where somebody stands who wants to come now: waiting for the hosts where they decide, unless one asked them, and for
 * the event's server if that is another; else in, if there is a place for the whole party and nobody waits in line; else at the end of the line. The event's row is locked. Refuses with
 * `event_full` if there is no line, and as `joinRefusal` and `requireParty` do.
 */
export function standingOfNewcomer(event: Event, { party, room, now, isInvited }: Newcomer): Standing {
  const refusal = joinRefusal(event, now);
  if (refusal) throw conflict(refusal);
  requireParty(event, party);
  if (event.domain !== null) return plainStanding("pending");
  if (event.joinMode === "approval" && !isInvited) return plainStanding("pending");
  if (!room.hasLine && room.free >= seatsOf(party)) return plainStanding("approved", now);
  return endOfLine(event, room);
}

/** The last place in the line. Refuses with `event_full` where nobody can wait. */
export function endOfLine({ waitlist }: Pick<Event, "waitlist">, { lastRank }: Room): Standing {
  if (waitlist === "closed") throw conflict("event_full");
  return { status: "waitlisted", waitRank: lastRank + 1, offerEndsAt: null, decidedAt: null };
}

/** Refuses more guests than the event allows, and a party that would never fit. */
export function requireParty(
  { guestsAllowed, capacity, placesAside }: Pick<Event, "guestsAllowed" | "capacity" | "placesAside">,
  party: Party,
): void {
  if (party.adults + party.children > guestsAllowed) throw invalidField("adults", "too_many_guests");
  if (capacity !== null && seatsOf(party) > Math.max(1, capacity - placesAside))
    throw invalidField("adults", "party_too_big");
}
