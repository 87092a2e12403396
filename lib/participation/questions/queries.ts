import { asc, count, eq, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type EventQuestion, eventQuestions } from "@/db/schema/event-questions";
import { participationAnswers } from "@/db/schema/participations";

/** What somebody answered, by question. */
export type Answers = Record<string, string[]>;

/** What the hosts ask those who take part, in their order. */
export function listQuestions(db: Database, eventId: string): Promise<EventQuestion[]> {
  return db
    .select()
    .from(eventQuestions)
    .where(eq(eventQuestions.eventId, eventId))
    .orderBy(asc(eventQuestions.position), asc(eventQuestions.id));
}

/** How many answered each question; one that nobody answered is not in it. */
export async function countAnswers(db: Database, eventId: string): Promise<Map<string, number>> {
  const { questionId } = participationAnswers;
  const rows = await db
    .select({ questionId, answers: count() })
    .from(participationAnswers)
    .innerJoin(eventQuestions, eq(eventQuestions.id, questionId))
    .where(eq(eventQuestions.eventId, eventId))
    .groupBy(questionId);
  return new Map(rows.map((row) => [row.questionId, row.answers]));
}

/** Answers by participation; who answered nothing is not in it. For their hosts and for themselves, nobody else. */
export async function listAnswers(db: Database, participationIds: string[]): Promise<Map<string, Answers>> {
  const rows = await db
    .select()
    .from(participationAnswers)
    .where(inArray(participationAnswers.participationId, participationIds));
  const found = new Map<string, Answers>();
  for (const { participationId, questionId, value } of rows)
    found.set(participationId, { ...found.get(participationId), [questionId]: value });
  return found;
}
