import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { record } from "@/lib/journal/record";
import { writeLog } from "@/lib/journal/write-log";
import { requireOtherAdministrator } from "../leaving";
import { closeSessions } from "../session";
import { onAccount } from "./on-account";

type Decision = { accountId: string; reason: string };

/**
 * Nobody signs in to the account any more; its owner gets the reason by mail. What its identities announced and said stays:
 * would they all go at once, everybody could see which belong together. Repeating it is harmless. Refuses as `onAccount`
 * does, and with `last_administrator`.
 */
export function lockByHand(ctx: Context, { accountId, reason }: Decision): Promise<void> {
  return onAccount(ctx, accountId, async (tx, account) => {
    if (account.suspendedAt) return;
    if (account.role === "administrator") await requireOtherAdministrator(tx, accountId);
    await tx.db.update(accounts).set({ suspendedAt: tx.now }).where(eq(accounts.id, accountId));
    await closeSessions(tx, accountId);
    const change = { before: { isLocked: false }, after: { isLocked: true } };
    const logId = await writeLog(tx, { action: "account.suspended", accountId, reason, ...change });
    await record(tx, { kind: "account.suspended", accountId, logId });
  });
}

/** Opens it again. Repeating it is harmless. Refuses as `onAccount` does. */
export function openByHand(ctx: Context, { accountId, reason }: Decision): Promise<void> {
  return onAccount(ctx, accountId, async (tx, { suspendedAt }) => {
    if (!suspendedAt) return;
    await tx.db.update(accounts).set({ suspendedAt: null }).where(eq(accounts.id, accountId));
    const change = { before: { isLocked: true }, after: { isLocked: false } };
    await writeLog(tx, { action: "account.opened", accountId, reason, ...change });
  });
}
