"use server";

import { firstCodeInput, passwordInput } from "@/lib/accounts/input";
import { beginSecondFactor } from "@/lib/accounts/second-factor/begin";
import { confirmSecondFactor } from "@/lib/accounts/second-factor/confirm";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/web/action";
import { keepFreshCodes } from "@/lib/web/fresh-codes";
import { passwordAgain } from "@/lib/web/limits";

export const beginSecondFactorAction = action(
  passwordInput,
  async (ctx, input) => ({ to: `${paths.secondFactor}?setup=${await beginSecondFactor(ctx, input)}` }),
  { as: "account", limit: passwordAgain },
);

export const confirmSecondFactorAction = action(
  firstCodeInput,
  async (ctx, input) => {
    await keepFreshCodes(ctx, await confirmSecondFactor(ctx, input));
    return { to: `${paths.recoveryCodes}?notice=second_factor_on` };
  },
  { as: "account", limit: { name: "first code", max: 20, minutes: 15 } },
);
