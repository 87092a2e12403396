import { GRACE_DAYS } from "@/lib/accounts/leaving";
import { endTokens, issueToken } from "@/lib/accounts/token";
import type { Context } from "@/lib/core/context";
import { asLocale } from "@/lib/core/locale";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { isMailQueued, queueMail } from "@/lib/mail/queue";
import { findAccount } from "./account-mail";
import { setLetter } from "./letter";
import { keptLetter, leavingLetter } from "./letters/departure";
import { mailKey } from "./write-to";

/** Mails the way back to an account that will be deleted, unless it was kept meanwhile. */
export async function mailWayBack(tx: Context, fact: Recorded<FactOf<"account.leaving">>): Promise<void> {
  const account = await findAccount(tx, fact.accountId);
  if (!account?.leavesAt || (await isMailQueued(tx, mailKey(fact)))) return;
  const { id, email, zone, leavesAt } = account;
  await endTokens(tx, "keep_account", id);
  const token = await issueToken(tx, { kind: "keep_account", accountId: id, hours: GRACE_DAYS * 24 });
  const reader = { locale: asLocale(account.locale), zone };
  await queueMail(tx, mailKey(fact), { ...setLetter(leavingLetter({ reader, leavesAt, token })), to: email });
}

/** Tells that the account stays, whoever wanted it. */
export async function tellKept(tx: Context, fact: Recorded<FactOf<"account.kept">>): Promise<void> {
  const account = await findAccount(tx, fact.accountId);
  if (!account || account.leavesAt) return;
  const letter = keptLetter({ locale: asLocale(account.locale) });
  await queueMail(tx, mailKey(fact), { ...setLetter(letter), to: account.email });
}
