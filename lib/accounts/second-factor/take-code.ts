import { and, eq, isNotNull, isNull, lt, or } from "drizzle-orm";
import { secondFactors } from "@/db/schema/second-factors";
import type { Context } from "@/lib/core/context";
import { unseal } from "@/lib/core/crypto";
import { invalidField } from "@/lib/core/errors";
import { record } from "@/lib/journal/record";
import { isRecoveryCode } from "../input";
import { ofAccount } from "./find";
import { takeRecoveryCode } from "./recovery";
import { SECRET_PURPOSE, stepOf } from "./totp";

/**
 * Takes a code of the account's app, or one of its recovery codes, in the caller's transaction. None is taken twice.
 * Refuses with `code_not_right`, which does not tell a used code from a wrong one.
 */
export async function takeCode(tx: Context, accountId: string, code: string): Promise<void> {
  const isRight = isRecoveryCode(code)
    ? await takeRecovery(tx, accountId, code)
    : await takeStep(tx, accountId, code);
  if (!isRight) throw invalidField("code", "code_not_right");
}

async function takeRecovery(tx: Context, accountId: string, code: string): Promise<boolean> {
  if (!(await takeRecoveryCode(tx, accountId, code))) return false;
  await record(tx, { kind: "account.recovery_code_used", accountId });
  return true;
}

/** The row remembers the last step: of two uses of one code at the same time, the second finds it taken. */
async function takeStep(tx: Context, accountId: string, code: string): Promise<boolean> {
  const { id, secret, lastStep, confirmedAt } = secondFactors;
  const [factor] = await tx.db
    .select({ id, secret })
    .from(secondFactors)
    .where(ofAccount(accountId, isNotNull(confirmedAt)));
  const step = factor && stepOf(code, unseal(SECRET_PURPOSE, factor.secret), tx.now);
  if (!factor || !step) return false;
  const used = await tx.db
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(eq(id, factor.id), or(isNull(lastStep), lt(lastStep, step))))
    .returning({ id });
  return used.length > 0;
}
