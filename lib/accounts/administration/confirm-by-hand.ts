import type { Context } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { record } from "@/lib/journal/record";
import { writeLog } from "@/lib/journal/write-log";
import { markConfirmed } from "../confirm";
import { onAccount } from "./on-account";

/**
 * The address is theirs, as those who look after accounts know by other means than a mail. Links that were mailed to
 * confirm it end. Repeating it is harmless. Refuses as `onAccount` does.
 */
export function confirmByHand(ctx: Context, accountId: string): Promise<void> {
  return onAccount(ctx, accountId, async (tx, { confirmedAt }) => {
    if (confirmedAt) return;
    await markConfirmed(tx, accountId);
    await writeLog(tx, { action: "account.confirmed", accountId });
  });
}

/** Mails the link that confirms the address once more. Refuses as `onAccount` does, and with `account_confirmed_already`. */
export function sendConfirmationAgain(ctx: Context, accountId: string): Promise<void> {
  return onAccount(ctx, accountId, async (tx, { confirmedAt }) => {
    if (confirmedAt) throw conflict("account_confirmed_already");
    await writeLog(tx, { action: "account.confirmation_sent", accountId });
    await record(tx, { kind: "account.confirmation_asked", accountId });
  });
}
