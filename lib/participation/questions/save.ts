import { eq, max } from "drizzle-orm";
import { type EventQuestion, eventQuestions } from "@/db/schema/event-questions";
import { type Context, inTransaction } from "@/lib/core/context";
import { conflict, notFound } from "@/lib/core/errors";
import { cleanLine } from "@/lib/core/text/clean";
import { record } from "@/lib/journal/record";
import { MAX_QUESTIONS, type QuestionInput } from "./input";
import { lockAsking } from "./lock-asking";
import { countAnswers } from "./queries";

/**
 * Asks one more thing, at the end, or changes a question; sent twice it asks once. Answers stay as they were given, so
 * the kind of a question that somebody answered stays too. Refuses with `too_many_questions`, `question_answered`,
 * `question_not_found` (of another event) and `event_cancelled`.
 */
export function saveQuestion(ctx: Context, { eventId, questionId, ...typed }: QuestionInput): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await lockAsking(tx, eventId);
    const asked = {
      ...typed,
      label: cleanLine(typed.label),
      choices: typed.choices.map(cleanLine),
    } satisfies Partial<EventQuestion>;
    const [present] = await tx.db.select().from(eventQuestions).where(eq(eventQuestions.id, questionId));
    if (present && present.eventId !== eventId) throw notFound("question_not_found");
    if (present) {
      if (present.kind !== asked.kind) await requireUnanswered(tx, present);
      await tx.db.update(eventQuestions).set(asked).where(eq(eventQuestions.id, questionId));
    } else {
      const position = await nextPosition(tx, eventId);
      await tx.db
        .insert(eventQuestions)
        .values({ ...asked, id: questionId, eventId, position, createdAt: tx.now });
    }
    await record(tx, { kind: "event.questions_changed", eventId });
  });
}

async function requireUnanswered(tx: Context, { id, eventId }: EventQuestion): Promise<void> {
  const answers = await countAnswers(tx.db, eventId);
  if (answers.has(id)) throw conflict("question_answered");
}

async function nextPosition(tx: Context, eventId: string): Promise<number> {
  const mine = eq(eventQuestions.eventId, eventId);
  if ((await tx.db.$count(eventQuestions, mine)) >= MAX_QUESTIONS) throw conflict("too_many_questions");
  const [row] = await tx.db
    .select({ last: max(eventQuestions.position) })
    .from(eventQuestions)
    .where(mine);
  return (row!.last ?? 0) + 1;
}
