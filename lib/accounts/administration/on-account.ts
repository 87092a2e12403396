import { asc, eq, or } from "drizzle-orm";
import { type Account, accounts } from "@/db/schema/accounts";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict, notFound } from "@/lib/core/errors";
import { canManageAccounts } from "../policy";
import { refuseReadyMade } from "../ready-made";

/**
 * What every decision about somebody's account goes through: those who look after accounts, in one transaction, one after
 * the other. All administrators are locked with it, always in the same order, so that the last two cannot end each other.
 * Refuses with `not_allowed`, `account_not_found`, and with `own_account`: about oneself one decides in one's settings.
 */
export function onAccount<T>(
  ctx: Context,
  accountId: string,
  decide: (tx: Context, account: Account) => Promise<T>,
): Promise<T> {
  return inTransaction(ctx, async (tx) => {
    const { actor } = tx;
    authorize(canManageAccounts(actor));
    const locked = await tx.db
      .select()
      .from(accounts)
      .where(or(eq(accounts.id, accountId), eq(accounts.role, "administrator")))
      .orderBy(asc(accounts.id))
      .for("update");
    const account = locked.find(({ id }) => id === accountId);
    if (!account) throw notFound("account_not_found");
    if (actor.kind === "account" && actor.accountId === accountId) throw conflict("own_account");
    refuseReadyMade(account);
    return decide(tx, account);
  });
}
