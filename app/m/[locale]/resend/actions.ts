"use server";

import { addressInput } from "@/lib/accounts/input";
import { resendConfirmation } from "@/lib/accounts/resend-confirmation";
import { action } from "@/lib/web/action";
import { askedMails, countAskedMail } from "@/lib/web/limits";

export const resendConfirmationAction = action(
  addressInput,
  async (ctx, { email }) => {
    await countAskedMail(ctx, "confirmation", email);
    await resendConfirmation(ctx, email);
    return { notice: "confirmation_asked" };
  },
  { limit: askedMails },
);
