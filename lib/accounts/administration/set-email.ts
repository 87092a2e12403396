import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { conflict, invalidField } from "@/lib/core/errors";
import { isDuplicate } from "@/lib/core/unique";
import { record } from "@/lib/journal/record";
import { writeLog } from "@/lib/journal/write-log";
import { endTokens } from "../token";
import { onAccount } from "./on-account";

type Input = { accountId: string; email: string };

/**
 * Another address for somebody's account. Where one was confirmed, the old one is told and the new one gets a link, and
 * counts once that was used; until one is, the new one takes its place, and is asked to be confirmed. Addresses do not
 * stand in the log. Refuses as `onAccount` does, and at its field with `email_unchanged` and `email_taken`.
 */
export async function setAccountEmail(ctx: Context, { accountId, email }: Input): Promise<void> {
  try {
    await onAccount(ctx, accountId, async (tx, account) => {
      if (email === account.email) throw invalidField("email", "email_unchanged");
      const [owner] = await tx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
      if (owner) throw invalidField("email", "email_taken");
      const isSure = account.confirmedAt !== null;
      await endTokens(tx, isSure ? "change_email" : "confirm", accountId);
      await endTokens(tx, "reset_password", accountId);
      await tx.db
        .update(accounts)
        .set(isSure ? { newEmail: email } : { email, newEmail: null })
        .where(eq(accounts.id, accountId));
      await writeLog(tx, { action: "account.email_changed", accountId });
      const kind = isSure ? "account.new_email_asked" : "account.confirmation_asked";
      await record(tx, { kind, accountId });
    });
  } catch (error) {
    throw isDuplicate(error) ? conflict("email_taken") : error;
  }
}
