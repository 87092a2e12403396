import * as z from "zod";
import { emailField, hidesField } from "@/lib/accounts/input";

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
/** A text that stands ready, "<id>:<language>": it is sent where no other is typed. */
const templateField = z.string().max(60).default("");
const ownWords = z.string().trim().max(1000, "reason_too_long").default("");

function hasWords({ reason, template }: { reason: string; template: string }): boolean {
  return reason.length >= 3 || (reason === "" && template !== "");
}

const wordless = { message: "why_missing", path: ["reason"] };

export const caseInput = z.object(inCase);
export const noteInput = z.object({
  ...inCase,
  text: z.string().trim().min(1, "words_missing").max(MAX_WORDS, "words_too_long"),
});
/** The reason is told to whom it is about. */
export const decisionInput = z
  .object({ ...inCase, reason: ownWords, template: templateField })
  .refine(hasWords, wordless);
export const lockInput = z
  .object({ ...inCase, reason: ownWords, template: templateField, hides: hidesField })
  .refine(hasWords, wordless);
export const answerInput = z.object({ ...inCase, answer: wordsField });

/** For how many days; "forever": until somebody lifts it. */
export const spans = ["1", "7", "30", "90", "forever"] as const;
export const suspensionInput = z
  .object({
    ...inCase,
    reason: ownWords,
    template: templateField,
    span: z.enum(spans, "choose_one").transform((span) => (span === "forever" ? null : Number(span))),
  })
  .refine(hasWords, wordless);

const chosenField = z
  .string()
  .regex(/^(?:comment|event):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:\d{1,15}$/)
  .transform((text) => {
    const [kind, id = "", version] = text.split(":");
    return {
      kind: kind === "event" ? ("event" as const) : ("comment" as const),
      id,
      version: Number(version),
    };
  });

/** What becomes of those of the waiting things that were ticked; whoever is refused is told why. */
export const waitingInput = z
  .object({
    chosen: z.union([chosenField.transform((one) => [one]), z.array(chosenField).max(100)]).default([]),
    act: z.enum(["through", "back"], "choose_one"),
    reason: ownWords,
    template: templateField,
  })
  .refine((input) => input.act === "through" || hasWords(input), wordless);
