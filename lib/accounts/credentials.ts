import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { getOwnAccount } from "./own-password";

/** What an account signs in with, as its owner may see it. */
export type Credentials = { email: string; newEmail: string | null; hasPassword: boolean };

export async function getOwnCredentials(ctx: Context): Promise<Credentials> {
  const { email, newEmail, passwordHash } = await getOwnAccount(ctx);
  return { email, newEmail, hasPassword: passwordHash !== null };
}

/** For counting tries at an account; nobody may be told whether there is one. */
export async function findAccountId({ db }: Pick<Context, "db">, email: string): Promise<string | null> {
  const [account] = await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
  return account?.id ?? null;
}
