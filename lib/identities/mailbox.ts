import { eq, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { accountIdentities } from "@/db/schema/account-identities";
import { accounts } from "@/db/schema/accounts";
import { asLocale, type Locale } from "@/lib/core/locale";

export type Mailbox = { actorId: string; email: string; locale: Locale; zone: string };

/**
 * Where to write to identities of this server, and in which language. For mail alone: what is written must
 * name the identity and never the account. Identities of other servers and unconfirmed addresses have none.
 */
export async function findMailbox(db: Database, actorIds: string[]): Promise<Mailbox[]> {
  if (actorIds.length === 0) return [];
  const { email, locale, zone, confirmedAt } = accounts;
  const rows = await db
    .select({ actorId: accountIdentities.actorId, email, locale, zone, confirmedAt })
    .from(accountIdentities)
    .innerJoin(accounts, eq(accounts.id, accountIdentities.accountId))
    .where(inArray(accountIdentities.actorId, actorIds));
  return rows
    .filter((row) => row.confirmedAt)
    .map(({ actorId, email, locale, zone }) => ({ actorId, email, locale: asLocale(locale), zone }));
}
