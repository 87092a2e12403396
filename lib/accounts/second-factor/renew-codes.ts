import type { z } from "zod";
import { type Context, inTransaction } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { hasSecondFactor } from "../admit";
import type { passwordAndCodeInput } from "../input";
import { requireOwnPassword } from "../own-password";
import { replaceRecoveryCodes } from "./recovery";
import { takeCode } from "./take-code";

/**
 * Ten new recovery codes; those that were left are void. Refuses as `requireOwnPassword` and `takeCode` do, and with
 * `second_factor_is_off`.
 */
export async function renewRecoveryCodes(
  ctx: Context,
  { password, code }: z.output<typeof passwordAndCodeInput>,
): Promise<string[]> {
  const { id: accountId } = await requireOwnPassword(ctx, password);
  return inTransaction(ctx, async (tx) => {
    if (!(await hasSecondFactor(tx, accountId))) throw conflict("second_factor_is_off");
    await takeCode(tx, accountId, code);
    return replaceRecoveryCodes(tx, accountId);
  });
}
