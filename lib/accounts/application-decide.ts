import { and, eq } from "drizzle-orm";
import { accountIdentities } from "@/db/schema/account-identities";
import { type Account, accounts } from "@/db/schema/accounts";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict, notFound } from "@/lib/core/errors";
import { cleanText } from "@/lib/core/text/clean";
import { canModerate } from "@/lib/instance/policy";
import { record } from "@/lib/journal/record";
import { writeLog } from "@/lib/journal/write-log";

/** Lets somebody in who applied. Refuses with `application_decided` and `application_not_found`. */
export function admitApplicant(ctx: Context, accountId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { approvedAt, application } = await lockApplicant(tx, accountId);
    if (approvedAt) return;
    if (!application) throw conflict("application_decided");
    await tx.db
      .update(accounts)
      .set({ approvedAt: tx.now, application: "" })
      .where(eq(accounts.id, accountId));
    await writeLog(tx, { action: "account.admitted", actorId: await identityOf(tx, accountId) });
    await record(tx, { kind: "account.admitted", accountId });
  });
}

/**
 * Turns somebody down; the reader of the fact mails them the reason and erases the account. Until then what they wrote
 * is empty, which takes them off the list. Refuses with `application_decided` and `application_not_found`.
 */
export function turnDownApplicant(ctx: Context, accountId: string, reason: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { approvedAt, application } = await lockApplicant(tx, accountId);
    if (approvedAt) throw conflict("application_decided");
    if (!application) return;
    await tx.db.update(accounts).set({ application: "" }).where(eq(accounts.id, accountId));
    await writeLog(tx, { action: "account.turned_down", reason: cleanText(reason), details: { accountId } });
    await record(tx, { kind: "account.turned_down", accountId });
  });
}

async function lockApplicant(tx: Context, accountId: string): Promise<Account> {
  authorize(canModerate(tx.actor));
  const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, accountId)).for("update");
  if (!account?.confirmedAt) throw notFound("application_not_found");
  return account;
}

async function identityOf({ db }: Context, accountId: string): Promise<string | undefined> {
  const { actorId, isDefault } = accountIdentities;
  const [found] = await db
    .select({ actorId })
    .from(accountIdentities)
    .where(and(eq(accountIdentities.accountId, accountId), eq(isDefault, true)));
  return found?.actorId;
}
