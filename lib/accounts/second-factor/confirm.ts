import type { z } from "zod";
import { secondFactors } from "@/db/schema/second-factors";
import { type Context, inTransaction } from "@/lib/core/context";
import { unseal } from "@/lib/core/crypto";
import { conflict, invalidField } from "@/lib/core/errors";
import { record } from "@/lib/journal/record";
import type { firstCodeInput } from "../input";
import { getOwnAccount } from "../own-password";
import { unfinished } from "./find";
import { replaceRecoveryCodes } from "./recovery";
import { SECRET_PURPOSE, stepOf } from "./totp";

/**
 * Switches the second factor on with a first code of the app, and returns ten recovery codes, which nobody can read
 * again. Refuses with `code_not_right`, and with `setup_over` when it is on already, took an hour or was begun anew.
 */
export function confirmSecondFactor(
  ctx: Context,
  { setup, code }: z.output<typeof firstCodeInput>,
): Promise<string[]> {
  return inTransaction(ctx, async (tx) => {
    const { id: accountId } = await getOwnAccount(tx);
    const isOpen = unfinished(tx, { id: setup, accountId });
    const [begun] = await tx.db.select({ secret: secondFactors.secret }).from(secondFactors).where(isOpen);
    if (!begun) throw conflict("setup_over");
    const step = stepOf(code, unseal(SECRET_PURPOSE, begun.secret), tx.now);
    if (!step) throw invalidField("code", "code_not_right");
    const on = await tx.db
      .update(secondFactors)
      .set({ confirmedAt: tx.now, lastStep: step })
      .where(isOpen)
      .returning({ id: secondFactors.id });
    if (on.length === 0) throw conflict("setup_over");
    await record(tx, { kind: "account.second_factor_changed", accountId, isOn: true });
    return replaceRecoveryCodes(tx, accountId);
  });
}
