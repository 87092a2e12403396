"use server";

import { z } from "zod";
import { passwordAndCodeInput } from "@/lib/accounts/input";
import { requireOwnPassword } from "@/lib/accounts/own-password";
import { renewRecoveryCodes } from "@/lib/accounts/second-factor/renew-codes";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/web/action";
import { countingCodes } from "@/lib/web/code-tries";
import { forgetFreshCodes, keepFreshCodes } from "@/lib/web/fresh-codes";
import { passwordAgain } from "@/lib/web/limits";

/** The password first: whoever does not know it uses up none of the tries at a code. */
export const renewRecoveryCodesAction = action(
  passwordAndCodeInput,
  async (ctx, input) => {
    const { id: accountId } = await requireOwnPassword(ctx, input.password);
    const renew = () => renewRecoveryCodes(ctx, input);
    await keepFreshCodes(ctx, await countingCodes(ctx, { accountId, code: input.code }, renew));
    return { to: paths.recoveryCodes };
  },
  { as: "account", limit: passwordAgain },
);

export const putCodesAwayAction = action(
  z.object({}),
  async () => {
    await forgetFreshCodes();
    return { to: `${paths.security}#second-factor` };
  },
  { as: "account" },
);
