import { type Context, inTransaction } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { canManageAccounts } from "../policy";
import { endTokens, issueToken } from "../token";

/** Hours that a link works which somebody has to hand on. */
export const HANDED_ON_HOURS = 24;

/**
 * The path of a link to choose a password, for those who look after accounts to hand on to its owner, whose address it
 * shows to be theirs. Works once, for a day; links that were made before are void. Nobody is told by mail.
 */
export function issueResetLink(ctx: Context, accountId: string): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    authorize(canManageAccounts(tx.actor));
    await endTokens(tx, "reset_password", accountId);
    const token = await issueToken(tx, { kind: "reset_password", accountId, hours: HANDED_ON_HOURS });
    return `/reset-password/${token}`;
  });
}
