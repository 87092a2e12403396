import { secondFactors } from "@/db/schema/second-factors";
import type { Context } from "@/lib/core/context";
import { record } from "@/lib/journal/record";
import { writeLog } from "@/lib/journal/write-log";
import { hasSecondFactor } from "../admit";
import { ofAccount } from "../second-factor/find";
import { endRecoveryCodes } from "../second-factor/recovery";
import { endTokens } from "../token";
import { onAccount } from "./on-account";

type Decision = { accountId: string; reason: string };

/**
 * Switches off a second factor that its owner lost: the password is enough again, and a mail says so. Whoever asks for it
 * may be a thief, hence the reason. Repeating it is harmless. Refuses as `onAccount` does.
 */
export function dropSecondFactor(ctx: Context, { accountId, reason }: Decision): Promise<void> {
  return onAccount(ctx, accountId, async (tx) => {
    if (!(await hasSecondFactor(tx, accountId))) return;
    await tx.db.delete(secondFactors).where(ofAccount(accountId));
    await endRecoveryCodes(tx, accountId);
    await endTokens(tx, "second_step", accountId);
    await writeLog(tx, { action: "account.second_factor_off", accountId, reason });
    await record(tx, { kind: "account.second_factor_changed", accountId, isOn: false });
  });
}
