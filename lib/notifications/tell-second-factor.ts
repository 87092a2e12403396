import { getSecondFactorState } from "@/lib/accounts/second-factor/find";
import type { Context } from "@/lib/core/context";
import { asLocale } from "@/lib/core/locale";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { queueMail } from "@/lib/mail/queue";
import { findAccount } from "./account-mail";
import { setLetter } from "./letter";
import { recoveryCodeLetter, secondFactorLetter } from "./letters/second-factor";
import { mailKey } from "./write-to";

/** Tells the owner of an account that its second factor was switched on or off, whoever did it. */
export async function tellSecondFactorChanged(
  tx: Context,
  fact: Recorded<FactOf<"account.second_factor_changed">>,
): Promise<void> {
  const account = await findAccount(tx, fact.accountId);
  if (!account) return;
  const letter = secondFactorLetter({ locale: asLocale(account.locale), isOn: fact.isOn });
  await queueMail(tx, mailKey(fact), { ...setLetter(letter), to: account.email });
}

/** The same for a recovery code. Where one was used to switch it off, the other mail says enough. */
export async function tellRecoveryCodeUsed(
  tx: Context,
  fact: Recorded<FactOf<"account.recovery_code_used">>,
): Promise<void> {
  const account = await findAccount(tx, fact.accountId);
  const { onSince, codesLeft } = await getSecondFactorState(tx, fact.accountId);
  if (!account || !onSince) return;
  const letter = recoveryCodeLetter({ locale: asLocale(account.locale), left: codesLeft });
  await queueMail(tx, mailKey(fact), { ...setLetter(letter), to: account.email });
}
