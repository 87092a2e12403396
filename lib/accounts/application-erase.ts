import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { accountIdentities } from "@/db/schema/account-identities";
import { type Account, accounts } from "@/db/schema/accounts";
import { actors } from "@/db/schema/actors";
import { moderationLog } from "@/db/schema/moderation-log";
import type { Context } from "@/lib/core/context";

/** Somebody who was turned down and is still there, with the reason; null if they are gone already. */
export async function findTurnedDown(
  { db }: Context,
  accountId: string,
): Promise<{ account: Account; reason: string } | null> {
  const [account] = await db.select().from(accounts).where(isTurnedDown(accountId));
  if (!account) return null;
  const [entry] = await db
    .select({ reason: moderationLog.reason })
    .from(moderationLog)
    .where(
      and(
        eq(moderationLog.action, "account.turned_down"),
        sql`${moderationLog.details} ->> 'accountId' = ${accountId}`,
      ),
    )
    .orderBy(desc(moderationLog.id))
    .limit(1);
  return { account, reason: entry?.reason ?? "" };
}

/** The account is gone with its identity, and the handle is free again: nobody has ever seen it act. */
export async function eraseTurnedDown({ db }: Context, accountId: string): Promise<void> {
  const isIt = isTurnedDown(accountId);
  const ids = db.select({ id: accounts.id }).from(accounts).where(isIt);
  const faces = db
    .select({ id: accountIdentities.actorId })
    .from(accountIdentities)
    .where(inArray(accountIdentities.accountId, ids));
  await db.delete(actors).where(inArray(actors.id, faces));
  await db.delete(accounts).where(isIt);
}

function isTurnedDown(accountId: string) {
  return and(eq(accounts.id, accountId), isNull(accounts.approvedAt), eq(accounts.application, ""));
}
