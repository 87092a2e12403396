import { randomInt } from "node:crypto";
import { and, eq, like, or, type SQL, sql } from "drizzle-orm";
import { type Account, accounts, accountTokens } from "@/db/schema/accounts";
import { mails } from "@/db/schema/mails";
import { lockLeaving } from "@/lib/accounts/leaving";
import { type Context, inTransaction } from "@/lib/core/context";
import { unlinkAll } from "@/lib/identities/own";
import { enqueue } from "@/lib/jobs/enqueue";
import { removeExportsOf } from "./exports";

/** Within this time after the account each of its identities goes, at a moment of its own. */
const SPREAD_HOURS = 72;

/**
 * The job `erase-account`: when the grace is over, the account goes at once with all that hangs on it. Its identities
 * would be tied together if they all went in the same minute, so each only loses its owner here and goes by a job of
 * its own later (docs/decisions/0009-erasing.md). Does nothing if the account was kept or is gone.
 */
export function eraseAccount(ctx: Context, accountId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const account = await lockLeaving(tx, accountId);
    if (!account) return;
    for (const actorId of await unlinkAll(tx, accountId)) {
      const runAt = new Date(tx.now.getTime() + randomInt(SPREAD_HOURS * 3_600_000));
      await enqueue(tx, {
        task: "erase-identity",
        payload: { actorId },
        key: `erase-identity:${actorId}`,
        runAt,
      });
    }
    await forgetMails(tx, account);
    await removeExportsOf(tx, accountId);
    await tx.db.delete(accountTokens).where(isAbout(account));
    await tx.db.delete(accounts).where(eq(accounts.id, accountId));
  });
}

/** Links that wait for an account to be made name an address too. */
function isAbout({ id, email }: Account): SQL | undefined {
  return or(eq(accountTokens.accountId, id), sql`${accountTokens.data} ->> 'email' = ${email}`);
}

/**
 * What still waits to be sent to them. The address that they only wished to have may be somebody else's, so of mails to
 * it just the question whether it is theirs goes.
 */
async function forgetMails(tx: Context, { email, newEmail }: Account): Promise<void> {
  const to = sql`${mails.body} ->> 'to'`;
  const asked = and(like(mails.key, "account.new_email_asked:%"), sql`${to} = ${newEmail}`);
  await tx.db
    .update(mails)
    .set({ body: null })
    .where(newEmail ? or(sql`${to} = ${email}`, asked) : sql`${to} = ${email}`);
}
