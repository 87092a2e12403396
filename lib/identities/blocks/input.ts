import * as z from "zod";
import { domainInput } from "@/lib/instance/input";

/** How long a word is muted. */
export const mutedFor = ["ever", "week", "day"] as const;

export const MAX_WORD = 80;

export const muteWordInput = z.object({
  word: z.string().trim().min(1, "word_missing").max(MAX_WORD, "word_too_long"),
  lasts: z.enum(mutedFor, "choose_one"),
});

export const mutedWordReference = z.object({ id: z.uuid() });

/** `kind`: which of the two buttons was pressed. */
export const blockDomainInput = domainInput.extend({ kind: z.enum(["block", "mute"]).catch("block") });
