import type { Participation } from "@/db/schema/participations";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict, notFound } from "@/lib/core/errors";
import { lockEvent } from "@/lib/events/lock";
import { canSeeEvent } from "@/lib/events/policy";
import { requireNoBlock } from "@/lib/identities/blocks/refuse";
import { record } from "@/lib/journal/record";
import { markAnswered } from "./invitations/invited";
import { findOwn } from "./own";
import { canJoinEvent } from "./policy";
import { checkAnswers, writeAnswers } from "./questions/answers";
import { listQuestions } from "./questions/queries";
import { type Reply, repliedColumns } from "./reply";
import { joinRefusal } from "./rules";
import { isNews, type Said, saidColumns } from "./said";
import { factOfStanding, plainStanding } from "./standing";
import { promoteWaiting } from "./waitlist/promote";
import { writeStanding } from "./write";

type Answer = { eventId: string; answer: "maybe" | "declined" } & Pick<
  Reply,
  "message" | "isHidden" | "answers"
> & { said?: Said };

/**
 * Somebody does not know yet, or cannot come; a place that they held is free for the next in line. Answering the same
 * again keeps the newer words and records nothing. Whoever was refused stays refused. No question must be answered.
 * Refuses with `participation_rejected`, the field errors of wrong answers, and as `joinRefusal` does.
 */
export function answerEvent(
  ctx: Context,
  { eventId, answer, said, ...reply }: Answer,
): Promise<Participation> {
  return inTransaction(ctx, async (tx) => {
    const event = await lockEvent(tx.db, eventId);
    if (!canSeeEvent(tx.actor, event)) throw notFound("event_not_found");
    authorize(canJoinEvent(tx.actor, event));
    const refusal = joinRefusal(event, tx.now);
    if (refusal) throw conflict(refusal);

    const present = await findOwn(tx, event.id);
    if (present?.status === "rejected") throw conflict("participation_rejected");
    if (present && !isNews(present, said)) return present;
    // Whoever comes already may still say that they do not.
    if (!present || present.status === "left")
      await requireNoBlock(tx, [event.organizerId, ...event.hostIds], "event_not_found");
    const createdAt = present?.status === answer ? present.createdAt : tx.now;
    const columns = { ...repliedColumns(reply), ...plainStanding(answer), ...saidColumns(said), createdAt };
    const answers = checkAnswers(await listQuestions(tx.db, eventId), {
      answers: reply.answers,
      mustAnswer: false,
    });
    const participation = await writeStanding(tx, event, { present, ...columns });
    await writeAnswers(tx, participation.id, answers);
    if (tx.actor.kind === "identity") await markAnswered(tx, eventId, [tx.actor.actorId]);
    if (present?.status === answer) return participation;

    const elsewhere = event.domain === null || !present ? {} : { uri: present.uri };
    const fact = { kind: factOfStanding(answer), eventId, participationId: participation.id };
    await record(tx, { ...fact, ...elsewhere });
    await promoteWaiting(tx, event);
    return participation;
  });
}
