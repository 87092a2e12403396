import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { accounts, accountTokens } from "@/db/schema/accounts";
import { type Context, inTransaction } from "@/lib/core/context";
import { writeLog } from "@/lib/journal/write-log";
import { issueToken } from "./token";

/**
 * The path of the one-time link that makes the first administrator, or null when there is one.
 * Each start prints a new link and ends the older ones. Valid for a day.
 */
export function createSetupLink(db: Database, now: Date): Promise<string | null> {
  return inTransaction({ db, actor: { kind: "system" }, now }, async (tx) => {
    if (await hasAdministrator(tx)) return null;
    await tx.db
      .delete(accountTokens)
      .where(and(eq(accountTokens.kind, "welcome"), isNull(accountTokens.usedAt)));
    return `/welcome/${await issueToken(tx, { kind: "welcome", accountId: null, hours: 24 })}`;
  });
}

/**
 * Makes the account an administrator whose address needs no confirmation: they had the console in their hands, and the log
 * tells so.
 */
export async function promoteToAdministrator(tx: Context, accountId: string): Promise<void> {
  await tx.db
    .update(accounts)
    .set({ role: "administrator", confirmedAt: tx.now })
    .where(eq(accounts.id, accountId));
  const change = { before: { role: "member" }, after: { role: "administrator" } };
  await writeLog(
    { ...tx, actor: { kind: "system" } },
    { action: "account.role_given", accountId, ...change },
  );
}

export async function hasAdministrator({ db }: Pick<Context, "db">): Promise<boolean> {
  const [found] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.role, "administrator"))
    .limit(1);
  return Boolean(found);
}
