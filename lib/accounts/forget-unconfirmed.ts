import { and, eq, inArray, isNull, lt, type SQL } from "drizzle-orm";
import { accountIdentities } from "@/db/schema/account-identities";
import { accounts } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import { externalLogins } from "@/db/schema/external-logins";
import type { Context } from "@/lib/core/context";
import type { ExternalPerson } from "./external-person";

const GRACE_HOURS = 48;

/**
 * Whoever signs up again with an address that was never confirmed starts anew: a password that somebody else
 * set with it, and links mailed for it, must not survive until the owner of the address confirms.
 */
export function forgetUnconfirmed(tx: Pick<Context, "db">, email: string): Promise<void> {
  return forget(tx, eq(accounts.email, email));
}

/** The same for whoever comes again from a provider before confirming the address that they typed. */
export function forgetUnconfirmedLogin(
  tx: Pick<Context, "db">,
  { issuer, subject }: Pick<ExternalPerson, "issuer" | "subject">,
): Promise<void> {
  const theirs = tx.db
    .select({ id: externalLogins.accountId })
    .from(externalLogins)
    .where(and(eq(externalLogins.issuer, issuer), eq(externalLogins.subject, subject)));
  return forget(tx, inArray(accounts.id, theirs));
}

/** Accounts whose address was not confirmed within two days are gone, and their handles are free again. */
export function sweepUnconfirmed(ctx: Pick<Context, "db" | "now">): Promise<void> {
  return forget(ctx, lt(accounts.createdAt, new Date(ctx.now.getTime() - GRACE_HOURS * 3_600_000)));
}

/** Nothing else hangs on them: nobody can act before the address is confirmed. */
async function forget({ db }: Pick<Context, "db">, which: SQL): Promise<void> {
  const unconfirmed = and(isNull(accounts.confirmedAt), which);
  await db.transaction(async (tx) => {
    const ids = tx.select({ id: accounts.id }).from(accounts).where(unconfirmed);
    const faces = tx
      .select({ id: accountIdentities.actorId })
      .from(accountIdentities)
      .where(inArray(accountIdentities.accountId, ids));
    await tx.delete(actors).where(inArray(actors.id, faces));
    await tx.delete(accounts).where(unconfirmed);
  });
}
