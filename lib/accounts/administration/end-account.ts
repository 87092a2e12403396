import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, notFound } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { record } from "@/lib/journal/record";
import { GRACE_DAYS, requireOtherAdministrator } from "../leaving";
import { canManageAccounts } from "../policy";
import { closeSessions } from "../session";

type Input = { accountId: string; isAtOnce: boolean };

/**
 * Deletes an account for its owner: as when they ask themselves, with a mail and seven days to think better of it, or at
 * once and in silence. Answers when it goes; what is to go goes no later for being asked again. For those who look after
 * accounts. Refuses with `account_not_found` and `last_administrator`.
 */
export function endAccount(ctx: Context, { accountId, isAtOnce }: Input): Promise<Date> {
  return inTransaction(ctx, async (tx) => {
    authorize(canManageAccounts(tx.actor));
    const account = await getAccount(tx, accountId);
    if (account.leavesAt && !isAtOnce) return account.leavesAt;
    if (account.role === "administrator") await requireOtherAdministrator(tx, accountId);

    const leavesAt = isAtOnce ? tx.now : new Date(tx.now.getTime() + GRACE_DAYS * 86_400_000);
    await tx.db.update(accounts).set({ leavesAt }).where(eq(accounts.id, accountId));
    await closeSessions(tx, accountId);
    if (!isAtOnce) await record(tx, { kind: "account.leaving", accountId });
    const key = `erase-account:${accountId}`;
    await enqueue(tx, { task: "erase-account", payload: { accountId }, key, runAt: leavesAt });
    return leavesAt;
  });
}

async function getAccount({ db }: Context, accountId: string) {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId));
  if (!account) throw notFound("account_not_found");
  return account;
}
