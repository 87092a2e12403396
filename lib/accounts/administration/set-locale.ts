import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import type { Locale } from "@/lib/core/locale";
import { writeLog } from "@/lib/journal/write-log";
import { onAccount } from "./on-account";

type Input = { accountId: string; locale: Locale };

/** The language in which somebody is written to. Repeating it is harmless. Refuses as `onAccount` does. */
export function setAccountLocale(ctx: Context, { accountId, locale }: Input): Promise<void> {
  return onAccount(ctx, accountId, async (tx, account) => {
    if (account.locale === locale) return;
    await tx.db.update(accounts).set({ locale }).where(eq(accounts.id, accountId));
    const change = { before: { locale: account.locale }, after: { locale } };
    await writeLog(tx, { action: "account.language_changed", accountId, ...change });
  });
}
