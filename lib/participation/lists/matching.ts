import { eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { eventQuestions } from "@/db/schema/event-questions";
import { participationAnswers, participations } from "@/db/schema/participations";

/**
 * Who is called like this, or wrote it in a note or an answer, whatever the case and the accents; nothing to look for
 * finds everybody. For a query of participations with their actors joined. Addresses are never looked at.
 */
export function matching(db: Database, eventId: string, text: string): SQL | undefined {
  const wanted = text.replace(/^@/, "");
  if (!wanted) return undefined;
  const pattern = `%${wanted.replace(/[\\%_]/g, "\\$&")}%`;
  const says = (words: SQL) => sql`unaccent(lower(${words})) like unaccent(lower(${pattern}))`;
  const answered = db
    .select({ id: participationAnswers.participationId })
    .from(participationAnswers)
    .innerJoin(eventQuestions, eq(eventQuestions.id, participationAnswers.questionId))
    .where(sql`${eq(eventQuestions.eventId, eventId)} and ${says(sql`${participationAnswers.value}::text`)}`);
  return or(says(allWords), inArray(participations.id, answered));
}

/** In one piece, since taking accents away costs more than all else: a line is longer than what is looked for. */
const allWords = sql`concat_ws(E'\n', ${actors.name}, concat_ws('@', ${actors.handle}, ${actors.domain}),
  ${participations.name}, ${participations.message})`;
