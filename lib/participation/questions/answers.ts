import { eq, inArray } from "drizzle-orm";
import type { EventQuestion } from "@/db/schema/event-questions";
import { participationAnswers } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { questionField } from "../input";
import { type Answers, listAnswers } from "./queries";
import { readAnswer } from "./rules";

type Given = {
  /** As they came; absent where nobody could be asked: then nothing is checked, and nothing changes. */
  answers: Answers | undefined;
  /** They want to come, and so must answer what is required. */
  mustAnswer: boolean;
};

/**
 * What is to be kept of the answers; those to questions of other events are ignored. Refuses with a field error
 * `question.<id>` for each that is missing (`answer_missing`, `consent_missing`) or wrong (`answer_too_long`,
 * `answer_not_a_number`, `choose_one`).
 */
export function checkAnswers(
  questions: EventQuestion[],
  { answers, mustAnswer }: Given,
): Answers | undefined {
  if (!answers) return undefined;
  const kept: Answers = {};
  const errors: Record<string, string[]> = {};
  for (const question of questions) {
    const read = readAnswer(question, answers[question.id] ?? [], mustAnswer);
    if ("refusal" in read) errors[questionField(question.id)] = [read.refusal];
    else if (read.value.length > 0) kept[question.id] = read.value;
  }
  if (Object.keys(errors).length > 0) throw new AppError("invalid", "check_fields", errors);
  return kept;
}

/** Puts checked answers in the place of the former ones. True if they say something else; undefined changes nothing. */
export async function writeAnswers(
  tx: Context,
  participationId: string,
  answers: Answers | undefined,
): Promise<boolean> {
  if (!answers) return false;
  const former = (await listAnswers(tx.db, [participationId])).get(participationId) ?? {};
  if (asText(former) === asText(answers)) return false;
  await forgetAnswers(tx, participationId);
  const rows = Object.entries(answers).map(([questionId, value]) => ({ participationId, questionId, value }));
  if (rows.length > 0) await tx.db.insert(participationAnswers).values(rows);
  return true;
}

/** Puts the checked answers of several people in the place of their former ones; undefined changes nothing. */
export async function replaceAnswers(
  tx: Context,
  given: { participationId: string; answers: Answers | undefined }[],
): Promise<void> {
  const asked = given.filter(({ answers }) => answers);
  if (asked.length === 0) return;
  const ids = asked.map(({ participationId }) => participationId);
  await tx.db.delete(participationAnswers).where(inArray(participationAnswers.participationId, ids));
  const rows = asked.flatMap(({ participationId, answers = {} }) =>
    Object.entries(answers).map(([questionId, value]) => ({ participationId, questionId, value })),
  );
  if (rows.length > 0) await tx.db.insert(participationAnswers).values(rows);
}

/** They do not come after all, or their time is over. */
export async function forgetAnswers(tx: Context, participationId: string): Promise<void> {
  await tx.db.delete(participationAnswers).where(eq(participationAnswers.participationId, participationId));
}

function asText(answers: Answers): string {
  return JSON.stringify(Object.entries(answers).sort(([a], [b]) => a.localeCompare(b)));
}
