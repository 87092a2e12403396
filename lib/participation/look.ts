import type { EventQuestion } from "@/db/schema/event-questions";
import type { Event } from "@/db/schema/events";
import type { Participation } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { lockEvent } from "@/lib/events/lock";
import { type Between, listBlocksBetween } from "@/lib/identities/blocks/refuse";
import { refuseSuspended } from "@/lib/instance/domain-policy";
import { listInvitedOf } from "./invitations/invited";
import { findOwnOf, type Participant } from "./own";
import { countHeld, type Room, roomOf } from "./places";
import { listQuestions } from "./questions/queries";

/** All that an answer depends on. */
export type Outlook = {
  event: Event;
  /** What these participants answered before. */
  present: Participation[];
  /** Identities among them that a host asked to come. */
  invited: Set<string>;
  /** Between these and those who host it. */
  blocks: Between[];
  room: Room;
  questions: EventQuestion[];
};

/**
 * Locks the event, and then reads what an answer depends on: sent together, since everybody else waits as long. Nothing
 * is sent beside the lock itself: it could be read before the lock is had. Refuses with `event_not_found` and `server_suspended`.
 */
export async function lookLocked(tx: Context, eventId: string, actors: Participant[]): Promise<Outlook> {
  const event = await lockEvent(tx.db, eventId);
  if (event.domain !== null) await refuseSuspended(tx.db, event.domain);
  const identities = actors.flatMap((actor) => (actor.kind === "identity" ? actor.actorId : []));
  const [present, invited, blocks, held, questions] = await Promise.all([
    actors.length > 0 ? findOwnOf(tx, eventId, actors) : [],
    listInvitedOf(tx, eventId, actors),
    listBlocksBetween(tx.db, identities, [event.organizerId, ...event.hostIds]),
    countHeld(tx.db, eventId),
    listQuestions(tx.db, eventId),
  ]);
  return { event, present, invited, blocks, room: roomOf(event, held), questions };
}
