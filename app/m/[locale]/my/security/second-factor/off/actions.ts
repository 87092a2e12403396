"use server";

import { passwordAndCodeInput } from "@/lib/accounts/input";
import { requireOwnPassword } from "@/lib/accounts/own-password";
import { turnOffSecondFactor } from "@/lib/accounts/second-factor/turn-off";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/web/action";
import { countingCodes } from "@/lib/web/code-tries";
import { passwordAgain } from "@/lib/web/limits";

/** The password first: whoever does not know it uses up none of the tries at a code. */
export const turnOffSecondFactorAction = action(
  passwordAndCodeInput,
  async (ctx, input) => {
    const { id: accountId } = await requireOwnPassword(ctx, input.password);
    await countingCodes(ctx, { accountId, code: input.code }, () => turnOffSecondFactor(ctx, input));
    return { to: `${paths.security}?notice=second_factor_off` };
  },
  { as: "account", limit: passwordAgain },
);
