import { and, eq, isNotNull } from "drizzle-orm";
import { type Account, accounts } from "@/db/schema/accounts";
import { endTokens, issueToken } from "@/lib/accounts/token";
import type { Context } from "@/lib/core/context";
import { asLocale } from "@/lib/core/locale";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { isMailQueued, queueMail } from "@/lib/mail/queue";
import { findAccount } from "./account-mail";
import { setLetter } from "./letter";
import {
  NEW_EMAIL_HOURS,
  newEmailAskedLetter,
  newEmailLetter,
  newEmailTakenLetter,
} from "./letters/security";
import { mailKey } from "./write-to";

/**
 * Somebody wants another address: the old one is told, since it will not be known any more once the change is done,
 * and the new one gets a link. If that has an account already, its owner is told so, once a day at most.
 */
export async function mailNewEmail(
  tx: Context,
  fact: Recorded<FactOf<"account.new_email_asked">>,
): Promise<void> {
  const account = await findAccount(tx, fact.accountId);
  const newEmail = account?.newEmail;
  if (!account || !newEmail || (await isMailQueued(tx, mailKey(fact, "old")))) return;
  const locale = asLocale(account.locale);
  const told = newEmailAskedLetter({ locale, newEmail });
  await queueMail(tx, mailKey(fact, "old"), { ...setLetter(told), to: account.email });
  const owner = await findOwner(tx, newEmail);
  if (owner) await tellOwner(tx, owner, fact);
  else await mailLink(tx, account, { newEmail, key: mailKey(fact, "new") });
}

async function mailLink(
  tx: Context,
  { id, locale }: Account,
  { newEmail, key }: { newEmail: string; key: string },
): Promise<void> {
  await endTokens(tx, "change_email", id);
  const asked = { kind: "change_email", accountId: id, hours: NEW_EMAIL_HOURS } as const;
  const token = await issueToken(tx, { ...asked, data: { email: newEmail } });
  const letter = newEmailLetter({ locale: asLocale(locale), token });
  await queueMail(tx, key, { ...setLetter(letter), to: newEmail });
}

async function tellOwner(tx: Context, owner: Account, { kind, at }: Recorded): Promise<void> {
  const key = `${kind}:${owner.id}:${at.toISOString().slice(0, 10)}`;
  const letter = newEmailTakenLetter({ locale: asLocale(owner.locale) });
  await queueMail(tx, key, { ...setLetter(letter), to: owner.email });
}

/** Who has the address for sure; accounts that never confirmed it give way. */
async function findOwner({ db }: Context, email: string): Promise<Account | undefined> {
  const [owner] = await db
    .select()
    .from(accounts)
    .where(and(eq(accounts.email, email), isNotNull(accounts.confirmedAt)));
  return owner;
}
