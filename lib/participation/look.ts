import type { EventQuestion } from "@/db/schema/event-questions";
import type { Event } from "@/db/schema/events";
import type { Participation } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { lockEvent } from "@/lib/events/lock";
import { findOwn, isParticipant } from "./own";
import { countHeld, type Room, roomOf } from "./places";
import { listQuestions } from "./questions/queries";

/** All that an answer depends on. */
export type Outlook = {
  event: Event;
  present: Participation | undefined;
  room: Room;
  questions: EventQuestion[];
};

/**
 * Locks the event and reads what an answer depends on. The queries are sent together, since everybody else waits as
 * long: PostgreSQL runs them in this order, and each sees what was committed before the lock was had. Refuses with
 * `event_not_found`.
 */
export async function lookLocked(tx: Context, eventId: string): Promise<Outlook> {
  const [event, present, held, questions] = await Promise.all([
    lockEvent(tx.db, eventId),
    isParticipant(tx.actor) ? findOwn(tx, eventId) : undefined,
    countHeld(tx.db, eventId),
    listQuestions(tx.db, eventId),
  ]);
  return { event, present, room: roomOf(event, held), questions };
}
