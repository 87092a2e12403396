import * as z from "zod";
import { type LogAction, logActions } from "@/lib/core/log-actions";

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .transform((text) => new Date(`${text}T00:00:00Z`))
  .refine((date) => !Number.isNaN(date.getTime()));

/** What the address of the log asks for. Whatever is not understood asks for nothing. */
export const logFilter = z.object({
  action: z.enum(logActions).optional().catch(undefined),
  /** Of an identity: "ada", "grace@far.example". */
  handle: z.string().trim().max(330).optional().catch(undefined),
  /** Days, in UTC: from the beginning of the one until the end of the other. */
  from: day.optional().catch(undefined),
  until: day
    .transform((date) => new Date(date.getTime() + 86_400_000))
    .optional()
    .catch(undefined),
  before: z.coerce.number().int().positive().optional().catch(undefined),
});

export type LogFilter = {
  action?: LogAction | undefined;
  handle?: string | undefined;
  from?: Date | undefined;
  until?: Date | undefined;
};
