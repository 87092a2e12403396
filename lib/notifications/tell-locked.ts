import { eq } from "drizzle-orm";
import { moderationLog } from "@/db/schema/moderation-log";
import type { Context } from "@/lib/core/context";
import { asLocale } from "@/lib/core/locale";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { queueMail } from "@/lib/mail/queue";
import { findAccount } from "./account-mail";
import { setLetter } from "./letter";
import { accountLockedLetter, accountOpenedLetter } from "./letters/moderated";
import { mailKey } from "./write-to";

/** Tells whoever has an account that nobody can sign in to it, what went with it, and why; names none of its identities. */
export async function tellLocked(tx: Context, fact: Recorded<FactOf<"account.suspended">>): Promise<void> {
  const account = await findAccount(tx, fact.accountId);
  const [row] = await tx.db
    .select({ reason: moderationLog.reason })
    .from(moderationLog)
    .where(eq(moderationLog.id, fact.logId));
  if (!account?.suspendedAt || !row) return;
  const isHidden = account.hiddenAt !== null;
  const letter = accountLockedLetter({ locale: asLocale(account.locale), why: row.reason, isHidden });
  await queueMail(tx, mailKey(fact), { ...setLetter(letter), to: account.email });
}

/** Tells them that they may sign in again; not if it was locked anew meanwhile. */
export async function tellOpened(tx: Context, fact: Recorded<FactOf<"account.opened">>): Promise<void> {
  const account = await findAccount(tx, fact.accountId);
  if (!account || account.suspendedAt) return;
  const letter = accountOpenedLetter({ locale: asLocale(account.locale), wasHidden: fact.wasHidden });
  await queueMail(tx, mailKey(fact), { ...setLetter(letter), to: account.email });
}
