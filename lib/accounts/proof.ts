import type { Account } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { invalidField } from "@/lib/core/errors";
import { getOwnAccount, requireOwnPassword } from "./own-password";
import { refuseReadyMade } from "./ready-made";

/** What is asked for before something that cannot be undone: the password, or a word where there is none. */
export type Proof = { password?: string; typed?: string };

/**
 * Sees to it that whoever holds the session is the account's owner and means it, and answers with the account. Accounts
 * that sign in elsewhere type the word that `wordOf` gives. Refuses with `sign_in_first`, and with `wrong_password` or
 * `typed_wrong` at the field.
 */
export async function requireProof(
  ctx: Context,
  { proof, wordOf }: { proof: Proof; wordOf: (account: Account) => string },
): Promise<Account> {
  const account = await getOwnAccount(ctx);
  refuseReadyMade(account);
  if (account.passwordHash) return requireOwnPassword(ctx, proof.password ?? "");
  if (folded(proof.typed ?? "") !== folded(wordOf(account))) throw invalidField("typed", "typed_wrong");
  return account;
}

function folded(word: string): string {
  return word.trim().toLowerCase().replace(/^@/, "");
}
