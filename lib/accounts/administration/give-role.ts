import { and, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { type Context, inTransaction, type Role } from "@/lib/core/context";
import { authorize, conflict, notFound } from "@/lib/core/errors";
import { requireOtherAdministrator } from "../leaving";
import { canManageAccounts } from "../policy";

type Input = { accountId: string; role: Role };

/**
 * What an account may do for the server, from its next request on. Repeating it is harmless. For those who look after
 * accounts. Refuses with `account_not_found`, `last_administrator`, and for more than a member's role with
 * `account_unconfirmed` and `account_suspended`.
 */
export function giveRole(ctx: Context, { accountId, role }: Input): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    authorize(canManageAccounts(tx.actor));
    const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, accountId));
    if (!account) throw notFound("account_not_found");
    if (account.role === role) return;
    if (role !== "member" && !account.confirmedAt) throw conflict("account_unconfirmed");
    if (role !== "member" && account.suspendedAt) throw conflict("account_suspended");
    if (account.role === "administrator") await requireOtherAdministrator(tx, accountId);
    await tx.db
      .update(accounts)
      .set({ role })
      .where(and(eq(accounts.id, accountId), eq(accounts.role, account.role)));
  });
}
