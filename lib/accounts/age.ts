import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { accountIdentities } from "@/db/schema/account-identities";
import { accounts } from "@/db/schema/accounts";

/**
 * For how many days the account behind an identity has been there; null: it is of another server. For rules alone: what
 * it is stands nowhere, since two identities would be tied by it.
 */
export async function accountDaysOf(db: Database, actorId: string, now: Date): Promise<number | null> {
  const [owner] = await db
    .select({ createdAt: accounts.createdAt })
    .from(accountIdentities)
    .innerJoin(accounts, eq(accounts.id, accountIdentities.accountId))
    .where(eq(accountIdentities.actorId, actorId));
  return owner ? (now.getTime() - owner.createdAt.getTime()) / 86_400_000 : null;
}
