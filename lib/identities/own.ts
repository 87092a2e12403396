import { and, asc, eq, inArray, notExists, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { accountIdentities } from "@/db/schema/account-identities";
import { type Account, accounts } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import { refuseReadyMadeId } from "@/lib/accounts/ready-made";
import type { Context } from "@/lib/core/context";
import { isDemo } from "@/lib/core/demo";

type Own = { actorId: string; isDefault: boolean };

/**
 * The identities of an account, oldest first. The account is locked until the transaction ends, so that two requests
 * cannot both take away, or add, what they think is the last one.
 */
export async function lockOwn({ db }: Context, accountId: string): Promise<Own[]> {
  await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId)).for("update");
  return db
    .select({ actorId: accountIdentities.actorId, isDefault: accountIdentities.isDefault })
    .from(accountIdentities)
    .innerJoin(actors, eq(actors.id, accountIdentities.actorId))
    .where(eq(accountIdentities.accountId, accountId))
    .orderBy(asc(actors.createdAt), asc(actors.id));
}

/** Takes one identity away from its account; if it was the default one, `heir` is from now on. */
export async function unlinkIdentity(
  { db }: Context,
  { actorId, isDefault }: Own,
  heir: string,
): Promise<void> {
  await db.delete(accountIdentities).where(eq(accountIdentities.actorId, actorId));
  if (!isDefault) return;
  await db.update(accountIdentities).set({ isDefault: true }).where(eq(accountIdentities.actorId, heir));
}

/** Takes all identities away from an account that ends, and answers with them: from now on nobody acts as them. */
export async function unlinkAll({ db }: Context, accountId: string): Promise<string[]> {
  const unlinked = await db
    .delete(accountIdentities)
    .where(eq(accountIdentities.accountId, accountId))
    .returning({ actorId: accountIdentities.actorId });
  return unlinked.map(({ actorId }) => actorId);
}

/**
 * Takes an identity away from whoever has it, if they have another one. Answers with the account of which it is the only
 * one: that is left as it is.
 */
export async function disownIdentity(tx: Context, actorId: string): Promise<string | null> {
  const [link] = await tx.db
    .select({ accountId: accountIdentities.accountId })
    .from(accountIdentities)
    .where(eq(accountIdentities.actorId, actorId));
  if (!link) return null;
  const own = await lockOwn(tx, link.accountId);
  const lost = own.find((one) => one.actorId === actorId);
  const heir = own.find((one) => one.actorId !== actorId);
  if (lost && !heir) return link.accountId;
  if (lost && heir) await unlinkIdentity(tx, lost, heir.actorId);
  return null;
}

/** `isHiddenWithAccount`: the identity is out of sight because its account is. */
type Owner = Pick<Account, "id" | "role" | "suspendedAt" | "hiddenAt"> & { isHiddenWithAccount: boolean };

/** The account behind an identity, for what moderators decide about it without learning whose it is; null: none. */
export async function findOwner({ db }: Pick<Context, "db">, actorId: string): Promise<Owner | null> {
  const { id, role, suspendedAt, hiddenAt } = accounts;
  const { isHiddenWithAccount } = accountIdentities;
  const [owner] = await db
    .select({ id, role, suspendedAt, hiddenAt, isHiddenWithAccount })
    .from(accountIdentities)
    .innerJoin(accounts, eq(accounts.id, accountIdentities.accountId))
    .where(eq(accountIdentities.actorId, actorId));
  return owner ?? null;
}

/**
 * The same, held until the transaction ends. Whatever takes identities out of sight, or brings them back, holds the account
 * before them.
 */
export async function lockOwner(tx: Pick<Context, "db">, actorId: string): Promise<Owner | null> {
  const owner = await findOwner(tx, actorId);
  if (!owner) return null;
  await tx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, owner.id)).for("update");
  return findOwner(tx, actorId);
}

/** Refuses with `not_in_demo` what would take a ready-made identity of a demonstration away. */
export async function refuseReadyMadeOwner(ctx: Pick<Context, "db">, actorId: string): Promise<void> {
  const owner = isDemo() ? await findOwner(ctx, actorId) : null;
  if (owner) await refuseReadyMadeId(ctx, owner.id);
}

/** The accounts of these identities. */
export async function listOwners({ db }: Pick<Context, "db">, actorIds: string[]): Promise<string[]> {
  const { accountId, actorId } = accountIdentities;
  const rows = await db
    .selectDistinct({ accountId })
    .from(accountIdentities)
    .where(inArray(actorId, actorIds));
  return rows.map((row) => row.accountId);
}

/** As a condition: the identity of this column belongs to another account, or to none. */
export function isNotOf(db: Database, accountId: string, actorId: AnyPgColumn): SQL {
  const isOwn = and(eq(accountIdentities.accountId, accountId), eq(accountIdentities.actorId, actorId));
  return notExists(db.select({ one: sql`1` }).from(accountIdentities).where(isOwn));
}

/** The same of a column with several identities: none is of this account. */
export function areNotOf(db: Database, accountId: string, actorIds: AnyPgColumn): SQL {
  const isAmong = sql`${accountIdentities.actorId} = any(${actorIds})`;
  const isOwn = and(eq(accountIdentities.accountId, accountId), isAmong);
  return notExists(db.select({ one: sql`1` }).from(accountIdentities).where(isOwn));
}

/** Whether an identity still belongs to somebody. */
export async function hasOwner(db: Database, actorId: string): Promise<boolean> {
  const [link] = await db
    .select({ actorId: accountIdentities.actorId })
    .from(accountIdentities)
    .where(eq(accountIdentities.actorId, actorId));
  return Boolean(link);
}
