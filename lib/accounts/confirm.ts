import { and, eq, isNull } from "drizzle-orm";
import { type Account, accounts } from "@/db/schema/accounts";
import { type Context, inTransaction } from "@/lib/core/context";
import { record } from "@/lib/journal/record";
import { type Admission, admit } from "./admit";
import { endTokens, useToken } from "./token";

/**
 * The address is theirs: whoever holds the mailed link is signed in with it, once. Answers null where a moderator has
 * to let the account in before. Refuses with `link_used_or_expired`.
 */
export function confirmAccount(ctx: Context, token: string, userAgent: string): Promise<Admission | null> {
  return inTransaction(ctx, async (tx) => {
    const accountId = (await useToken(tx, "confirm", token)).accountId!;
    const account = await markConfirmed(tx, accountId);
    return account.approvedAt ? admit(tx, account, userAgent) : null;
  });
}

/**
 * Whoever got a mail at the address comes through here; repeating it is harmless. The other links that were mailed to
 * confirm it end, since they would sign in without password and second factor.
 */
export async function markConfirmed(tx: Context, accountId: string): Promise<Account> {
  await endTokens(tx, "confirm", accountId);
  const [confirmed] = await tx.db
    .update(accounts)
    .set({ confirmedAt: tx.now })
    .where(and(eq(accounts.id, accountId), isNull(accounts.confirmedAt)))
    .returning();
  if (!confirmed) return accountOf(tx, accountId);
  await record(tx, { kind: "account.confirmed", accountId });
  if (!confirmed.approvedAt) await record(tx, { kind: "account.applied", accountId });
  return confirmed;
}

async function accountOf({ db }: Context, accountId: string): Promise<Account> {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId));
  return account!;
}
