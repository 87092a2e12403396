import * as z from "zod";

/** Why a moderator must know who is behind an identity: a sentence, not a dot. */
export const revealInput = z.object({
  handle: z.string().max(30),
  reason: z.string().trim().min(10, "reason_too_short").max(1000, "reason_too_long"),
});
