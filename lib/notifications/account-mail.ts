import { eq } from "drizzle-orm";
import { type Account, accounts } from "@/db/schema/accounts";
import { issueToken } from "@/lib/accounts/token";
import type { Context } from "@/lib/core/context";
import { asLocale } from "@/lib/core/locale";
import { listIdentitiesOf } from "@/lib/identities/of-account";
import { isMailQueued, queueMail } from "@/lib/mail/queue";
import { setLetter } from "./letter";
import { CONFIRM_HOURS, confirmationLetter } from "./letters/account";

/**
 * Mails a new one-time link, once for its key. It names the identity that was chosen, so that people notice if
 * somebody else signed up with their address.
 */
export async function mailConfirmationLink(
  tx: Context,
  { id, email, locale }: Account,
  key: string,
): Promise<void> {
  if (await isMailQueued(tx, key)) return;
  const token = await issueToken(tx, { kind: "confirm", accountId: id, hours: CONFIRM_HOURS });
  const [identity] = await listIdentitiesOf(tx.db, id);
  const letter = confirmationLetter({ locale: asLocale(locale), token, identity });
  await queueMail(tx, key, { ...setLetter(letter), to: email });
}

export async function findAccount({ db }: Context, accountId: string): Promise<Account | undefined> {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId));
  return account;
}
