import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { type EventQuestion, eventQuestions } from "@/db/schema/event-questions";
import type { Event } from "@/db/schema/events";
import type { QuestionInput } from "../input";

/** What a host typed: a question with words for an answer. */
export function asked(
  { id: eventId }: Pick<Event, "id">,
  values: Partial<QuestionInput> = {},
): QuestionInput {
  return {
    eventId,
    questionId: randomUUID(),
    kind: "text",
    label: "What do you eat?",
    isRequired: false,
    choices: [],
    ...values,
  };
}

/** A question that an event asks. */
export async function createQuestion(
  db: Database,
  { id: eventId }: Pick<Event, "id">,
  values: Partial<EventQuestion> = {},
): Promise<EventQuestion> {
  const [question] = await db
    .insert(eventQuestions)
    .values({ eventId, position: 1, kind: "text", label: "What do you eat?", ...values })
    .returning();
  return question!;
}
