import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { accountIdentities } from "@/db/schema/account-identities";
import { accounts } from "@/db/schema/accounts";
import type { Role } from "@/lib/core/context";

/**
 * The role and age of the account behind an identity; null: it is of another server. For rules alone: it stands nowhere,
 * since two identities would be tied by it.
 */
export async function findStanding(
  db: Database,
  actorId: string,
): Promise<{ role: Role; since: Date } | null> {
  const [found] = await db
    .select({ role: accounts.role, since: accounts.createdAt })
    .from(accountIdentities)
    .innerJoin(accounts, eq(accounts.id, accountIdentities.accountId))
    .where(eq(accountIdentities.actorId, actorId));
  return found ?? null;
}
