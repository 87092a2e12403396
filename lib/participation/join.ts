import type { Participation } from "@/db/schema/participations";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict, notFound } from "@/lib/core/errors";
import { canSeeEvent } from "@/lib/events/policy";
import { record } from "@/lib/journal/record";
import { lookLocked } from "./look";
import { canJoinEvent } from "./policy";
import { checkAnswers, writeAnswers } from "./questions/answers";
import { type Reply, repliedColumns } from "./reply";
import { factOfStanding, standingOfNewcomer } from "./standing";
import { writeStanding } from "./write";

/**
 * Somebody wants to come. Free events let them in if there is a place for the whole party and nobody waits in line,
 * else they stand in line; the others let them wait for a host. Joining twice is harmless, and changes nothing;
 * whoever left, could not come or did not know yet may come. The event's row is locked, so that the last place goes
 * to one. Refuses with `event_full`, `event_over`, `event_cancelled`, `event_without_joining`,
 * `participation_rejected`, and the field errors of the party and of the questions.
 */
export function joinEvent(ctx: Context, input: { eventId: string } & Reply): Promise<Participation> {
  return inTransaction(ctx, async (tx) => {
    const { event, present, room, questions } = await lookLocked(tx, input.eventId);
    if (!canSeeEvent(tx.actor, event)) throw notFound("event_not_found");
    authorize(canJoinEvent(tx.actor, event));

    if (present?.status === "rejected") throw conflict("participation_rejected");
    if (present && !["left", "maybe", "declined", "unconfirmed"].includes(present.status)) return present;

    const reply = repliedColumns(input);
    const answers = checkAnswers(questions, { answers: input.answers, mustAnswer: true });
    const standing = standingOfNewcomer(event, { party: reply, room, now: tx.now });
    const participation = await writeStanding(tx, event, {
      present,
      ...reply,
      ...standing,
      createdAt: tx.now,
    });
    if (present || questions.length > 0) await writeAnswers(tx, participation.id, answers);
    await record(tx, {
      kind: factOfStanding(standing.status),
      eventId: event.id,
      participationId: participation.id,
    });
    return participation;
  });
}
