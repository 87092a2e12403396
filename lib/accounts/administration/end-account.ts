import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { record } from "@/lib/journal/record";
import { writeLog } from "@/lib/journal/write-log";
import { GRACE_DAYS, requireOtherAdministrator } from "../leaving";
import { closeSessions } from "../session";
import { endTokens } from "../token";
import { onAccount } from "./on-account";

type Input = { accountId: string; isAtOnce: boolean; reason?: string };

/**
 * Deletes an account for its owner: as when they ask themselves, with a mail and seven days to think better of it, or at
 * once and in silence. Answers when it goes; what is to go goes no later for being asked again. For those who look after
 * accounts. Refuses as `onAccount` does, and with `last_administrator`.
 */
export function endAccount(ctx: Context, { accountId, isAtOnce, reason = "" }: Input): Promise<Date> {
  return onAccount(ctx, accountId, async (tx, account) => {
    if (account.leavesAt && !isAtOnce) return account.leavesAt;
    if (account.role === "administrator") await requireOtherAdministrator(tx, accountId);

    const leavesAt = isAtOnce ? tx.now : new Date(tx.now.getTime() + GRACE_DAYS * 86_400_000);
    await tx.db.update(accounts).set({ leavesAt }).where(eq(accounts.id, accountId));
    await closeSessions(tx, accountId);
    const after = { leavesAt: leavesAt.toISOString() };
    await writeLog(tx, { action: "account.ended", accountId, reason, after });
    if (!isAtOnce) await record(tx, { kind: "account.leaving", accountId });
    const key = `erase-account:${accountId}`;
    await enqueue(tx, { task: "erase-account", payload: { accountId }, key, runAt: leavesAt });
    return leavesAt;
  });
}

/** The account stays after all, whoever wanted it gone; its owner is told. Repeating it is harmless. Refuses as `onAccount` does. */
export function keepByHand(ctx: Context, accountId: string): Promise<void> {
  return onAccount(ctx, accountId, async (tx, { leavesAt }) => {
    if (!leavesAt) return;
    await tx.db.update(accounts).set({ leavesAt: null }).where(eq(accounts.id, accountId));
    await endTokens(tx, "keep_account", accountId);
    await writeLog(tx, { action: "account.kept", accountId });
    await record(tx, { kind: "account.kept", accountId });
  });
}
