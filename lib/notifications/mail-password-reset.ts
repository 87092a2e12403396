import { endTokens, issueToken } from "@/lib/accounts/token";
import type { Context } from "@/lib/core/context";
import { asLocale } from "@/lib/core/locale";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { isMailQueued, queueMail } from "@/lib/mail/queue";
import { findAccount } from "./account-mail";
import { setLetter } from "./letter";
import { passwordResetLetter, RESET_HOURS } from "./letters/security";
import { mailKey } from "./write-to";

/** Mails a link to choose a new password; links that were mailed before are void. Nobody, if nobody was meant. */
export async function mailPasswordReset(
  tx: Context,
  fact: Recorded<FactOf<"account.password_forgotten">>,
): Promise<void> {
  const account = fact.accountId && (await findAccount(tx, fact.accountId));
  if (!account || (await isMailQueued(tx, mailKey(fact)))) return;
  await endTokens(tx, "reset_password", account.id);
  const asked = { kind: "reset_password", accountId: account.id, hours: RESET_HOURS } as const;
  const token = await issueToken(tx, asked);
  const letter = passwordResetLetter({ locale: asLocale(account.locale), token });
  await queueMail(tx, mailKey(fact), { ...setLetter(letter), to: account.email });
}
