import * as z from "zod";
import { emailField } from "@/lib/accounts/input";
import { locales } from "@/lib/core/locale";
import { replyInput } from "../input";

/** As a sealed id is written; whether this server sealed it is for link.ts to find out. */
const tokenField = z.string().min(20).max(200);

/** The secret of a mailed link alone. */
export const linkInput = z.object({ token: tokenField });

/** An answer by whoever holds the link of a participation. */
export const linkReplyInput = linkInput.and(replyInput);

/** An answer of somebody without an account. */
export const registerInput = z
  .object({
    email: emailField,
    name: z.string().trim().max(80, "name_too_long").default(""),
    /** Where their browser says they are; empty or nonsense: where the event is. */
    zone: z.string().max(64).catch(""),
    /** The language of the page with the form: in which they are written to. */
    locale: z.enum(locales).catch(locales[0]),
    /** People leave it empty: nobody sees it. */
    homepage: z.string().default(""),
  })
  .and(replyInput);
