import type { Context } from "@/lib/core/context";
import { asLocale } from "@/lib/core/locale";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { queueMail } from "@/lib/mail/queue";
import { findAccount } from "./account-mail";
import { setLetter } from "./letter";
import { loginLinkedLetter, passwordChangedLetter } from "./letters/security";
import { mailKey } from "./write-to";

/** Tells the owner of an account that its password was changed, whoever did it. */
export async function tellPasswordChanged(
  tx: Context,
  fact: Recorded<FactOf<"account.password_changed">>,
): Promise<void> {
  const account = await findAccount(tx, fact.accountId);
  if (!account) return;
  const letter = passwordChangedLetter({ locale: asLocale(account.locale) });
  await queueMail(tx, mailKey(fact), { ...setLetter(letter), to: account.email });
}

/** The same of one more way in: somebody who knew the password may keep it when that changes. */
export async function tellLoginLinked(
  tx: Context,
  fact: Recorded<FactOf<"account.external_login_linked">>,
): Promise<void> {
  const account = await findAccount(tx, fact.accountId);
  if (!account) return;
  const letter = loginLinkedLetter({ locale: asLocale(account.locale) });
  await queueMail(tx, mailKey(fact), { ...setLetter(letter), to: account.email });
}
