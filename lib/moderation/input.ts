import * as z from "zod";
import { emailField } from "@/lib/accounts/input";

const MAX_WORDS = 3000;

/** Why a moderator must know who is behind an identity: a sentence, not a dot. */
export const revealInput = z.object({
  handle: z.string().max(30),
  reason: z.string().trim().min(10, "reason_too_short").max(1000, "reason_too_long"),
});

export const reportedKinds = ["event", "comment", "identity"] as const;
export const reportCategories = ["spam", "hateful", "dangerous", "misleading", "illegal", "other"] as const;

const ticked = z.literal("on").optional().transform(Boolean);
const wordsField = z.string().trim().max(MAX_WORDS, "words_too_long").default("");

/** What is wrong with something; `name`: a slug, an id or a handle, by its kind. "Other" needs words. */
export const reportInput = z
  .object({
    kind: z.enum(reportedKinds),
    name: z.string().min(1).max(400),
    category: z.enum(reportCategories, "choose_one"),
    words: wordsField,
    forward: ticked,
    /** Only of people without an account. */
    email: emailField.optional(),
    locale: z.enum(["en", "fr"]).optional(),
  })
  .superRefine(({ category, words }, { addIssue }) => {
    if (category === "other" && words === "")
      addIssue({ code: "custom", path: ["words"], message: "words_missing" });
  });

const inCase = { caseId: z.uuid() };
const reasonField = z.string().trim().min(3, "why_missing").max(1000, "reason_too_long");

export const caseInput = z.object(inCase);
export const noteInput = z.object({
  ...inCase,
  text: z.string().trim().min(1, "words_missing").max(MAX_WORDS, "words_too_long"),
});
/** The reason is told to whom it is about. */
export const decisionInput = z.object({ ...inCase, reason: reasonField });
export const answerInput = z.object({ ...inCase, answer: wordsField });

/** For how many days; "forever": until somebody lifts it. */
export const spans = ["1", "7", "30", "90", "forever"] as const;
export const suspensionInput = z.object({
  ...inCase,
  reason: reasonField,
  span: z.enum(spans, "choose_one").transform((span) => (span === "forever" ? null : Number(span))),
});
