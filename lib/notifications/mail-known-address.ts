import type { Context } from "@/lib/core/context";
import { asLocale } from "@/lib/core/locale";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { queueMail } from "@/lib/mail/queue";
import { findAccount } from "./account-mail";
import { setLetter } from "./letter";
import { knownAddressLetter } from "./letters/account";

/**
 * Somebody signed up with an address that has an account: its owner gets a mail that says so. Once a day at most, so that nobody can fill somebody else's mailbox.
 */
export async function mailKnownAddress(
  tx: Context,
  fact: Recorded<FactOf<"account.claimed">>,
): Promise<void> {
  const account = await findAccount(tx, fact.accountId);
  if (!account) return;
  const key = `${fact.kind}:${account.id}:${fact.at.toISOString().slice(0, 10)}`;
  const letter = knownAddressLetter({ locale: asLocale(account.locale) });
  await queueMail(tx, key, { ...setLetter(letter), to: account.email });
}
