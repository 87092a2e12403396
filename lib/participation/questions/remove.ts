import { and, eq } from "drizzle-orm";
import { eventQuestions } from "@/db/schema/event-questions";
import { type Context, inTransaction } from "@/lib/core/context";
import { record } from "@/lib/journal/record";
import { lockAsking } from "./lock-asking";

type Reference = { eventId: string; questionId: string };

/** Takes a question away, and all answers to it. Repeating it is harmless. */
export function removeQuestion(ctx: Context, { eventId, questionId }: Reference): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await lockAsking(tx, eventId);
    const removed = await tx.db
      .delete(eventQuestions)
      .where(and(eq(eventQuestions.id, questionId), eq(eventQuestions.eventId, eventId)))
      .returning({ id: eventQuestions.id });
    if (removed.length > 0) await record(tx, { kind: "event.questions_changed", eventId });
  });
}
