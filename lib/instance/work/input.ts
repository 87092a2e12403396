import * as z from "zod";
import { locales } from "@/lib/core/locale";

export const jobInput = z.object({ jobId: z.string().regex(/^\d{1,18}$/) });
export const mailInput = z.object({ mailId: z.uuid() });
/** In whose language. */
export const trialInput = z.object({ locale: z.enum(locales) });
export const nothingInput = z.object({});
/** What the address of the page asks for. Whatever is not understood asks for nothing. */
export const workPage = z.object({
  job: jobInput.shape.jobId.optional().catch(undefined),
  mail: z.uuid().optional().catch(undefined),
});
