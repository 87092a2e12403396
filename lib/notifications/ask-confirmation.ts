import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { findAccount, mailConfirmationLink } from "./account-mail";
import { mailKey } from "./write-to";

/** Mails a link that shows the address to be theirs, unless that is known already. */
export async function askConfirmation(
  tx: Context,
  fact: Recorded<FactOf<"account.created" | "account.confirmation_asked">>,
): Promise<void> {
  const account = await findAccount(tx, fact.accountId);
  if (account && !account.confirmedAt) await mailConfirmationLink(tx, account, mailKey(fact));
}
