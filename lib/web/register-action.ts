"use server";

import { inTransaction } from "@/lib/core/context";
import { answerSentPath } from "@/lib/core/participation-paths";
import { getEvent } from "@/lib/events/queries";
import { registerInput } from "@/lib/participation/by-mail/input";
import { registerByMail } from "@/lib/participation/by-mail/register";
import { action } from "./action";
import { answersAtOneEvent, answersFromOneAddress, answersOfOneMailbox } from "./limits";
import { countAttempt } from "./rate-limit";

/**
 * Somebody answers without an account, on the page that is kept for visitors or where that form is answered: two routes.
 * Each answer sends a mail to its address; what is refused sends none, and is not counted for its mailbox.
 */
export const registerByMailAction = action(
  registerInput,
  async (ctx, { homepage, ...input }) => {
    const { slug } = await getEvent(ctx.db, input.eventId);
    if (homepage) return { to: answerSentPath(slug) };
    await countAttempt(ctx, answersAtOneEvent, input.eventId);
    await inTransaction(ctx, async (tx) => {
      await countAttempt(tx, answersOfOneMailbox, input.email);
      await registerByMail(tx, input);
    });
    return { to: answerSentPath(slug) };
  },
  { limit: answersFromOneAddress },
);
