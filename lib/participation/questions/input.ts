import * as z from "zod";

export const MAX_QUESTIONS = 20;
const MAX_CHOICES = 20;

export const questionKinds = ["text", "choice", "several", "number", "consent"] as const;

/** What the hosts want to know, as its form sends it: `choices` one a line, read for the kinds that have some. */
export const questionInput = z
  .object({
    eventId: z.uuid(),
    /** Chosen when the form was shown: sent twice, it asks once. */
    questionId: z.uuid(),
    kind: z.enum(questionKinds, "choose_one"),
    label: z.string().trim().min(1, "question_missing").max(200, "question_too_long"),
    isRequired: z
      .string()
      .optional()
      .transform((text) => text === "on"),
    choices: z.string().max(5000, "too_many_choices").default("").transform(linesOf),
  })
  .superRefine((question, ctx) => {
    const refusal = hasChoices(question) && refusalOf(question.choices);
    if (refusal) ctx.addIssue({ code: "custom", path: ["choices"], message: refusal });
  })
  .transform((question) => ({ ...question, choices: hasChoices(question) ? question.choices : [] }));

export type QuestionInput = z.output<typeof questionInput>;

const eventId = z.uuid();
const questionId = z.uuid();

export const questionReference = z.object({ eventId, questionId });

export const moveQuestionInput = z.object({ eventId, questionId, to: z.enum(["up", "down"]) });

function hasChoices({ kind }: { kind: (typeof questionKinds)[number] }): boolean {
  return kind === "choice" || kind === "several";
}

/** Each once: two that read the same could not be told apart. */
function linesOf(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim().replace(/\s+/g, " "));
  return [...new Set(lines)].filter(Boolean);
}

function refusalOf(choices: string[]): string | null {
  if (choices.length < 2) return "too_few_choices";
  if (choices.length > MAX_CHOICES) return "too_many_choices";
  return choices.some((choice) => choice.length > 100) ? "choice_too_long" : null;
}
