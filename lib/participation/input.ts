import * as z from "zod";

/** How many one brings along; an empty field is none. */
const companions = z
  .string()
  .trim()
  .regex(/^\d{0,2}$/, "guests_not_valid")
  .default("")
  .transform(Number);

const checkbox = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

const message = z.string().trim().max(1000, "message_too_long").default("");

/** The field of one question, in every form that asks it. */
export function questionField(questionId: string): string {
  return `question.${questionId}`;
}

/** What somebody answers to an event, with all that their answer may come with. */
export const replyInput = z
  .looseObject({
    eventId: z.uuid(),
    answer: z.enum(["going", "maybe", "declined"]).default("going"),
    message,
    adults: companions,
    children: companions,
    isHidden: checkbox,
  })
  .transform(({ eventId, answer, message, adults, children, isHidden, ...rest }) => ({
    eventId,
    answer,
    message,
    adults,
    children,
    isHidden,
    answers: answersIn(rest),
  }));

/** By question; a field that was left empty is not in it. How long and how many is for whoever knows the questions. */
function answersIn(fields: Record<string, unknown>): Record<string, string[]> {
  const named = Object.entries(fields).filter(([name]) => name.startsWith("question."));
  return Object.fromEntries(
    named.map(([name, value]) => [
      name.slice("question.".length),
      [value].flat().filter((each) => typeof each === "string" && each.trim() !== "") as string[],
    ]),
  );
}

/** The page with the list, to come back to. */
const back = z.string().max(2000).catch("/");

/** Why a host refuses, as the participant reads it. */
const reason = z.string().trim().max(1000, "message_too_long").default("");

export const decisionInput = z.object({ participationId: z.uuid(), reason, back });

/** About all that were chosen on one page of the list. */
export const decisionsInput = z.object({
  eventId: z.uuid(),
  decision: z.enum(["approve", "reject"]),
  chosen: z.preprocess((value) => [value ?? []].flat(), z.array(z.uuid()).max(200)),
  reason,
  back,
});

export const undoInput = z.object({
  eventId: z.uuid(),
  /** Milliseconds since 1970. */
  decidedAt: z.coerce
    .number()
    .int()
    .min(0)
    .max(8_640_000_000_000_000)
    .transform((moment) => new Date(moment)),
  back,
});

export const moveInput = z.object({
  participationId: z.uuid(),
  /** In the line, from 1. */
  position: z.coerce.number().int().min(1).max(10_000_000),
  back,
});
