import { createAccount } from "@/lib/accounts/create";
import { forgetUnconfirmed } from "@/lib/accounts/forget-unconfirmed";
import { canManageAccounts } from "@/lib/accounts/policy";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/locale";
import { createIdentity } from "./create";

type Person = { email: string; handle: string; name: string; locale: Locale; zone: string };

/**
 * Makes an account with its first identity for somebody, and answers with its id. Whether people may sign up is not asked;
 * the address counts as theirs. It has no password: its owner needs a link to choose one. For those who look after
 * accounts. Refuses with `email_taken` and `handle_taken`.
 */
export function addPerson(ctx: Context, { email, handle, name, locale, zone }: Person): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    authorize(canManageAccounts(tx.actor));
    await forgetUnconfirmed(tx, email);
    const account = { email, password: null, locale, zone, isConfirmed: true, isApproved: true };
    const accountId = await createAccount(tx, account);
    if (!accountId) throw conflict("email_taken");
    const owner = { kind: "account", accountId, role: "member" } as const;
    await createIdentity({ ...tx, actor: owner }, { handle, name, heldFor: email });
    return accountId;
  });
}
