import { eq } from "drizzle-orm";
import { type Account, accounts } from "@/db/schema/accounts";
import { issueToken } from "@/lib/accounts/token";
import type { Context } from "@/lib/core/context";
import { asLocale } from "@/lib/core/locale";
import { isMailQueued, queueMail } from "@/lib/mail/queue";
import { setLetter } from "./letter";
import { CONFIRM_HOURS, confirmationLetter } from "./letters/account";

/** Mails a new one-time link, once for its key. Links mailed before go on working until they end. */
export async function mailConfirmationLink(
  tx: Context,
  { id, email, locale }: Account,
  key: string,
): Promise<void> {
  if (await isMailQueued(tx, key)) return;
  const token = await issueToken(tx, { kind: "confirm", accountId: id, hours: CONFIRM_HOURS });
  const letter = confirmationLetter({ locale: asLocale(locale), token });
  await queueMail(tx, key, { ...setLetter(letter), to: email });
}

export async function findAccount({ db }: Context, accountId: string): Promise<Account | undefined> {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId));
  return account;
}
