"use server";

import { resetPasswordInput } from "@/lib/accounts/input";
import { resetPassword } from "@/lib/accounts/reset-password";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/web/action";
import { forgetSession } from "@/lib/web/auth";

/** Whoever was signed in here, as whomever, signs in anew: the session from before is worth nothing. */
export const resetPasswordAction = action(
  resetPasswordInput,
  async (ctx, input) => {
    await resetPassword(ctx, input);
    await forgetSession();
    return { to: `${paths.signIn}?notice=password_set` };
  },
  { limit: { name: "reset password", max: 30, minutes: 15 } },
);
