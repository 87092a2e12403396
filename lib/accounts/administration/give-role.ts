import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Context, Role } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { writeLog } from "@/lib/journal/write-log";
import { requireOtherAdministrator } from "../leaving";
import { onAccount } from "./on-account";

type Input = { accountId: string; role: Role };

/**
 * What an account may do for the server, from its next request on. Repeating it is harmless. For those who look after
 * accounts. Refuses as `onAccount` does, with `last_administrator`, and for more than a member's role with
 * `account_not_confirmed`, `account_not_admitted` and `account_is_locked`.
 */
export function giveRole(ctx: Context, { accountId, role }: Input): Promise<void> {
  return onAccount(ctx, accountId, async (tx, account) => {
    if (account.role === role) return;
    if (role !== "member" && !account.confirmedAt) throw conflict("account_not_confirmed");
    if (role !== "member" && !account.approvedAt) throw conflict("account_not_admitted");
    if (role !== "member" && account.suspendedAt) throw conflict("account_is_locked");
    if (account.role === "administrator") await requireOtherAdministrator(tx, accountId);
    await tx.db.update(accounts).set({ role }).where(eq(accounts.id, accountId));
    const change = { before: { role: account.role }, after: { role } };
    await writeLog(tx, { action: "account.role_given", accountId, ...change });
  });
}
