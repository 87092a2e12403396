import { eraseTurnedDown, findTurnedDown } from "@/lib/accounts/application-erase";
import type { Context } from "@/lib/core/context";
import { asLocale } from "@/lib/core/locale";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { queueMail } from "@/lib/mail/queue";
import { findAccount } from "./account-mail";
import { setLetter } from "./letter";
import { admittedLetter, turnedDownLetter } from "./letters/registration";
import { mailKey } from "./write-to";

/** Tells somebody who waited that they can sign in now. */
export async function tellAdmitted(tx: Context, fact: Recorded<FactOf<"account.admitted">>): Promise<void> {
  const account = await findAccount(tx, fact.accountId);
  if (!account) return;
  const letter = admittedLetter({ locale: asLocale(account.locale) });
  await queueMail(tx, mailKey(fact), { ...setLetter(letter), to: account.email });
}

/** Tells somebody that there is no account for them, and erases it in the same transaction: afterwards nobody could. */
export async function tellTurnedDown(
  tx: Context,
  fact: Recorded<FactOf<"account.turned_down">>,
): Promise<void> {
  const found = await findTurnedDown(tx, fact.accountId);
  if (!found) return;
  const letter = turnedDownLetter({ locale: asLocale(found.account.locale), why: found.reason });
  await queueMail(tx, mailKey(fact), { ...setLetter(letter), to: found.account.email });
  await eraseTurnedDown(tx, fact.accountId);
}
