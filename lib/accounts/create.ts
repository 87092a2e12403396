import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import type { Locale } from "@/lib/core/locale";
import { record } from "@/lib/journal/record";
import { hashPassword } from "./password";

export type NewAccount = { email: string; password: string; locale: Locale; zone: string };

/**
 * Makes an account and returns its id, or null if the address has one already; then that account's owner hears
 * of it by mail. The caller must not show which: both take as long, because the password is hashed first.
 */
export async function createAccount(tx: Context, input: NewAccount): Promise<string | null> {
  const passwordHash = await hashPassword(input.password);
  const { email, locale, zone } = input;
  const [account] = await tx.db
    .insert(accounts)
    .values({ email, passwordHash, locale, zone, createdAt: tx.now })
    .onConflictDoNothing({ target: accounts.email })
    .returning({ id: accounts.id });
  if (!account) {
    await record(tx, { kind: "account.claimed", accountId: await accountOf(tx, email) });
    return null;
  }
  await record(tx, { kind: "account.created", accountId: account.id });
  return account.id;
}

async function accountOf(tx: Context, email: string): Promise<string> {
  const [account] = await tx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
  return account!.id;
}
