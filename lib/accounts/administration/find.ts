import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { type Account, accounts } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { authorize, notFound } from "@/lib/core/errors";
import { canManageAccounts } from "../policy";

/** The account with this address. For those who look after accounts. Refuses with `account_not_found`. */
export async function getAccountByEmail(ctx: Context, email: string): Promise<Account> {
  authorize(canManageAccounts(ctx.actor));
  const [account] = await ctx.db.select().from(accounts).where(eq(accounts.email, email));
  if (!account) throw notFound("account_not_found");
  return account;
}

/** Whoever has administered this server for longest, and still can; null: nobody. For those who look after accounts. */
export async function findAdministrator(ctx: Context): Promise<Account | null> {
  authorize(canManageAccounts(ctx.actor));
  const { role, confirmedAt, suspendedAt, leavesAt, createdAt, id } = accounts;
  const [account] = await ctx.db
    .select()
    .from(accounts)
    .where(and(eq(role, "administrator"), isNotNull(confirmedAt), isNull(suspendedAt), isNull(leavesAt)))
    .orderBy(asc(createdAt), asc(id))
    .limit(1);
  return account ?? null;
}
