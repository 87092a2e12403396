import { and, asc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { accountIdentities } from "@/db/schema/account-identities";
import { actors } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";

/** The identities of an account that are in sight, held until the transaction ends. The account must be held before them. */
export function lockInSight(tx: Context, accountId: string): Promise<string[]> {
  return lockThose(tx, and(eq(accountIdentities.accountId, accountId), isNull(actors.deletedAt)));
}

/** The same for those that went out of sight with the account. */
export function lockHiddenWithAccount(tx: Context, accountId: string): Promise<string[]> {
  const { accountId: owner, isHiddenWithAccount } = accountIdentities;
  return lockThose(tx, and(eq(owner, accountId), eq(isHiddenWithAccount, true)));
}

/** Always in the same order, so that two who do this cannot wait for each other. */
async function lockThose({ db }: Context, which: SQL | undefined): Promise<string[]> {
  const rows = await db
    .select({ id: actors.id })
    .from(actors)
    .innerJoin(accountIdentities, eq(accountIdentities.actorId, actors.id))
    .where(which)
    .orderBy(asc(actors.id))
    .for("no key update", { of: actors });
  return rows.map(({ id }) => id);
}

/** Remembers whether identities are out of sight because their account is. */
export async function markHiddenWithAccount(
  { db }: Context,
  actorIds: string[],
  { isHiddenWithAccount }: { isHiddenWithAccount: boolean },
): Promise<void> {
  await db
    .update(accountIdentities)
    .set({ isHiddenWithAccount })
    .where(inArray(accountIdentities.actorId, actorIds));
}
