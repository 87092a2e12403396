import { eq } from "drizzle-orm";
import type { Event } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import { type Context, inTransaction } from "@/lib/core/context";
import { conflict, notFound } from "@/lib/core/errors";
import { lockEvent } from "@/lib/events/lock";
import { isOver } from "@/lib/events/rules";
import { record } from "@/lib/journal/record";
import { findOwn } from "./own";
import { countRoom, holding, seatsOf } from "./places";
import { checkAnswers, writeAnswers } from "./questions/answers";
import { listQuestions } from "./questions/queries";
import { type Reply, repliedColumns } from "./reply";
import { requireParty } from "./standing";
import { promoteWaiting } from "./waitlist/promote";

/**
 * A participant changes whom they bring, what they wrote or answered, or whether others see them, and keeps their place
 * or their turn. More people need free places, and nobody in line before them; fewer free places for the next. Saying the same
 * again is harmless. What was written to hosts elsewhere is sent (`message_sent_already`). Refuses with
 * `participation_not_found`, `event_over`, `party_needs_places` and the field errors of the party and of the questions.
 */
export function changeParticipation(
  ctx: Context,
  { eventId, ...reply }: { eventId: string } & Required<Reply>,
): Promise<Participation> {
  return inTransaction(ctx, async (tx) => {
    const event = await lockEvent(tx.db, eventId);
    const own = await findOwn(tx, eventId);
    if (!own || ["left", "rejected", "unconfirmed"].includes(own.status))
      throw notFound("participation_not_found");
    if (isOver(event, tx.now)) throw conflict("event_over");

    const mustAnswer = own.status !== "maybe" && own.status !== "declined";
    const answers = checkAnswers(await listQuestions(tx.db, eventId), { answers: reply.answers, mustAnswer });
    const columns = repliedColumns(reply);
    const changed: string[] = (Object.keys(columns) as (keyof typeof columns)[]).filter(
      (key) => own[key] !== columns[key],
    );
    if (await writeAnswers(tx, own.id, answers)) changed.push("answers");
    if (changed.length === 0) return own;
    if (event.domain !== null && changed.includes("message")) throw conflict("message_sent_already");
    await requirePlaces(tx, event, { own, party: columns });

    const [written] = await tx.db
      .update(participations)
      .set(columns)
      .where(eq(participations.id, own.id))
      .returning();
    await record(tx, { kind: "participation.changed", eventId, participationId: own.id, changed });
    await promoteWaiting(tx, event);
    return written!;
  });
}

/** A smaller party always fits, also one that is larger than the hosts allow by now. */
async function requirePlaces(
  tx: Context,
  event: Event,
  { own, party }: { own: Participation; party: Pick<Participation, "adults" | "children"> },
) {
  const more = seatsOf(party) - own.seats;
  if (more <= 0) return;
  requireParty(event, party);
  if (!(holding as string[]).includes(own.status)) return;
  const { free, hasLine } = await countRoom(tx.db, event);
  if (more > free || hasLine) throw conflict("party_needs_places");
}
