import type { Context } from "@/lib/core/context";
import { record } from "@/lib/journal/record";
import { writeLog } from "@/lib/journal/write-log";
import { endTokens, issueToken } from "../token";
import { onAccount } from "./on-account";

/** Hours that a link works which somebody has to hand on. */
export const HANDED_ON_HOURS = 24;

/**
 * The path of a link to choose a password, for those who look after accounts to hand on to its owner, whose address it
 * shows to be theirs. Works once, for a day; links that were made before are void. Nobody is told by mail.
 */
export function issueResetLink(ctx: Context, accountId: string): Promise<string> {
  return onAccount(ctx, accountId, async (tx) => {
    await endTokens(tx, "reset_password", accountId);
    const token = await issueToken(tx, { kind: "reset_password", accountId, hours: HANDED_ON_HOURS });
    await writeLog(tx, { action: "account.password_link_made", accountId });
    return `/reset-password/${token}`;
  });
}

/** Mails such a link to the owner, as if they had asked for it: nobody else gets to see it. */
export function mailResetLink(ctx: Context, accountId: string): Promise<void> {
  return onAccount(ctx, accountId, async (tx) => {
    await writeLog(tx, { action: "account.password_link_sent", accountId });
    await record(tx, { kind: "account.password_forgotten", accountId });
  });
}
