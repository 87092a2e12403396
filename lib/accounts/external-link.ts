import { and, asc, eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { externalLogins } from "@/db/schema/external-logins";
import { type Context, inTransaction } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { record } from "@/lib/journal/record";
import type { ExternalPerson } from "./external-person";
import { getOwnAccount } from "./own-password";
import { refuseReadyMadeId } from "./ready-made";

type Login = Pick<ExternalPerson, "issuer" | "subject">;

/** The account may sign in with this login from now on. Refuses with `external_login_taken` if it is another account's. */
export function linkExternalLogin(ctx: Context, login: Login): Promise<void> {
  return inTransaction(ctx, async (tx) => addExternalLogin(tx, (await getOwnAccount(tx)).id, login));
}

/**
 * One more way into an account that there is: its owner hears of it by mail. For whoever knows whose account it is;
 * repeating it is harmless. Refuses as `linkExternalLogin` does.
 */
export async function addExternalLogin(tx: Context, accountId: string, login: Login): Promise<void> {
  await refuseReadyMadeId(tx, accountId);
  const isNew = await insertExternalLogin(tx, accountId, login);
  if (isNew) await record(tx, { kind: "account.external_login_linked", accountId });
}

/** The first way into an account that was made just now. Answers whether it is new, and refuses as the others do. */
export async function insertExternalLogin(tx: Context, accountId: string, login: Login): Promise<boolean> {
  const { issuer, subject } = login;
  const inserted = await tx.db
    .insert(externalLogins)
    .values({ issuer, subject, accountId, createdAt: tx.now })
    .onConflictDoNothing()
    .returning({ accountId: externalLogins.accountId });
  if (inserted.length > 0) return true;
  const [kept] = await tx.db
    .select({ accountId: externalLogins.accountId })
    .from(externalLogins)
    .where(and(eq(externalLogins.issuer, issuer), eq(externalLogins.subject, subject)));
  if (kept?.accountId !== accountId) throw conflict("external_login_taken");
  return false;
}

/** The issuers that open the account; some of them may not be set any more. */
export async function listExternalIssuers(ctx: Context): Promise<string[]> {
  const { id } = await getOwnAccount(ctx);
  const logins = await ctx.db
    .selectDistinct({ issuer: externalLogins.issuer })
    .from(externalLogins)
    .where(eq(externalLogins.accountId, id))
    .orderBy(asc(externalLogins.issuer));
  return logins.map(({ issuer }) => issuer);
}

/**
 * The account does not sign in with this issuer any more; repeating it is harmless. `usable` are the issuers that people
 * can sign in with now. Refuses with `last_way_in` when nothing else would be left.
 */
export function unlinkExternalLogin(ctx: Context, issuer: string, usable: readonly string[]): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { id, passwordHash } = await getOwnAccount(tx);
    // Of two at the same time the second must see that the first took the other way.
    await tx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, id)).for("update");
    const issuers = await listExternalIssuers(tx);
    const isOtherLeft = issuers.some((other) => other !== issuer && usable.includes(other));
    if (issuers.includes(issuer) && !passwordHash && !isOtherLeft) throw conflict("last_way_in");
    await tx.db
      .delete(externalLogins)
      .where(and(eq(externalLogins.accountId, id), eq(externalLogins.issuer, issuer)));
  });
}
