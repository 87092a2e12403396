import * as z from "zod";

export const joinInput = z.object({
  eventId: z.uuid(),
  message: z.string().trim().max(1000, "message_too_long").default(""),
});

export const decisionInput = z.object({
  participationId: z.uuid(),
  /** The page with the list, to come back to. */
  back: z.string().max(500).catch("/"),
});
