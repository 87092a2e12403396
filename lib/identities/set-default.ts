import { and, eq, isNull } from "drizzle-orm";
import { accountIdentities } from "@/db/schema/account-identities";
import { accounts } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import { ownAccountId } from "@/lib/accounts/own-account";
import { type Context, inTransaction } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";

/**
 * As whom one acts after signing in. The account is locked, so that of two choices at once one stays. Nothing that
 * others see changes. Refuses with `identity_not_found` what is not theirs.
 */
export function setDefaultIdentity(ctx: Context, actorId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const accountId = ownAccountId(tx);
    await tx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId)).for("update");
    await requireOwn(tx, accountId, actorId);
    const ofAccount = eq(accountIdentities.accountId, accountId);
    await tx.db.update(accountIdentities).set({ isDefault: false }).where(ofAccount);
    await tx.db
      .update(accountIdentities)
      .set({ isDefault: true })
      .where(and(ofAccount, eq(accountIdentities.actorId, actorId)));
  });
}

async function requireOwn({ db }: Context, accountId: string, actorId: string): Promise<void> {
  const [own] = await db
    .select({ id: actors.id })
    .from(accountIdentities)
    .innerJoin(actors, eq(actors.id, accountIdentities.actorId))
    .where(and(eq(accountIdentities.accountId, accountId), eq(actors.id, actorId), isNull(actors.deletedAt)));
  if (!own) throw notFound("identity_not_found");
}
