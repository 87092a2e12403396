import type { z } from "zod";
import { secondFactors } from "@/db/schema/second-factors";
import { type Context, inTransaction } from "@/lib/core/context";
import { record } from "@/lib/journal/record";
import { hasSecondFactor } from "../admit";
import type { passwordAndCodeInput } from "../input";
import { requireOwnPassword } from "../own-password";
import { endTokens } from "../token";
import { ofAccount } from "./find";
import { endRecoveryCodes } from "./recovery";
import { takeCode } from "./take-code";

/**
 * From now on the password is enough again. Recovery codes are void, and so are sign-ins that wait for a code.
 * Repeating it is harmless. Refuses as `requireOwnPassword` and `takeCode` do.
 */
export async function turnOffSecondFactor(
  ctx: Context,
  { password, code }: z.output<typeof passwordAndCodeInput>,
): Promise<void> {
  const { id: accountId } = await requireOwnPassword(ctx, password);
  await inTransaction(ctx, async (tx) => {
    if (!(await hasSecondFactor(tx, accountId))) return;
    await takeCode(tx, accountId, code);
    await tx.db.delete(secondFactors).where(ofAccount(accountId));
    await endRecoveryCodes(tx, accountId);
    await endTokens(tx, "second_step", accountId);
    await record(tx, { kind: "account.second_factor_changed", accountId, isOn: false });
  });
}
