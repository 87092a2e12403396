import * as z from "zod";
import { commentApprovals, ruleOutcomes, ruleScopes } from "@/lib/instance/input";

const WORDS_SHOWN = 100;

function whole(least: number, most: number) {
  const refusal = "number_not_valid";
  return z.coerce.number(refusal).int(refusal).min(least, refusal).max(most, refusal);
}

/** What comments, links, first posts and bursts are held to. 0 turns a rule off. */
export const safetyInput = z.object({
  commentApproval: z.enum(commentApprovals, "choose_one"),
  slowModeSeconds: whole(0, 86_400),
  /** Empty: as many as there are. */
  mostLinks: z.union([z.literal("").transform(() => null), whole(0, 100)], "number_not_valid").default(null),
  linksAfterDays: whole(0, 365),
  firstPosts: whole(0, 20),
  firstPostsDays: whole(0, 365),
  sameWords: whole(0, 100),
  burstMinutes: whole(1, 1440),
  burstComments: whole(0, 1000),
  burstEvents: whole(0, 1000),
  burstFollows: whole(0, 5000),
});

export const wordRuleInput = z.object({
  pattern: z
    .string()
    .trim()
    .max(WORDS_SHOWN, "pattern_not_valid")
    .refine((text) => /[\p{L}\p{N}]/u.test(text), "pattern_not_valid"),
  scope: z.enum(ruleScopes, "choose_one"),
  outcome: z.enum(ruleOutcomes, "choose_one"),
});

export const ruleReference = z.object({ id: z.string().max(40) });

/** A text that somebody tries the rules on. */
export const trialInput = z.object({
  text: z.string().max(20_000, "words_too_long"),
  scope: z.enum(["comments", "events", "identities"]).catch("comments"),
});

const words = z.string().trim().max(1000, "reason_too_long").default("");

/** What moderators often write; in one language at least. */
export const templateInput = z
  .object({
    title: z.string().trim().min(1, "template_not_valid").max(80, "template_not_valid"),
    en: words,
    fr: words,
  })
  .refine(({ en, fr }) => en.length >= 3 || fr.length >= 3, { message: "template_not_valid", path: ["en"] });
