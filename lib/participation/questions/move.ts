import { eq } from "drizzle-orm";
import type { z } from "zod";
import { eventQuestions } from "@/db/schema/event-questions";
import { type Context, inTransaction } from "@/lib/core/context";
import { record } from "@/lib/journal/record";
import type { moveQuestionInput } from "./input";
import { lockAsking } from "./lock-asking";
import { listQuestions } from "./queries";

/** Asks a question one earlier or later; at the end of the row, or gone meanwhile, it stays where it is. */
export function moveQuestion(
  ctx: Context,
  { eventId, questionId, to }: z.output<typeof moveQuestionInput>,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await lockAsking(tx, eventId);
    const order = (await listQuestions(tx.db, eventId)).map(({ id }) => id);
    const from = order.indexOf(questionId);
    const target = from + (to === "up" ? -1 : 1);
    if (from === -1 || target < 0 || target >= order.length) return;

    order.splice(target, 0, ...order.splice(from, 1));
    for (const [position, id] of order.entries())
      await tx.db.update(eventQuestions).set({ position }).where(eq(eventQuestions.id, id));
    await record(tx, { kind: "event.questions_changed", eventId });
  });
}
