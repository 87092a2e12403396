"use server";

import { addressInput } from "@/lib/accounts/input";
import { askPasswordReset } from "@/lib/accounts/reset-password";
import { action } from "@/lib/web/action";
import { askedMails, countAskedMail } from "@/lib/web/limits";

export const askPasswordResetAction = action(
  addressInput,
  async (ctx, { email }) => {
    await countAskedMail(ctx, "password reset", email);
    await askPasswordReset(ctx, email);
    return { notice: "reset_asked" };
  },
  { limit: askedMails },
);
