import type { z } from "zod";
import { createAccount } from "@/lib/accounts/create";
import { forgetUnconfirmed } from "@/lib/accounts/forget-unconfirmed";
import { requireRegistration } from "@/lib/accounts/registration";
import { openSession } from "@/lib/accounts/session";
import { hasAdministrator, promoteToAdministrator } from "@/lib/accounts/setup";
import { useToken } from "@/lib/accounts/token";
import { type Context, inTransaction } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { createIdentity } from "./create";
import type { signUpInput, welcomeInput } from "./input";
import { createNewcomer } from "./newcomer";

/**
 * Makes an account with its first identity and mails a link to confirm the address. If the address has an
 * account, its owner is told by mail and nobody else: the answer is the same.
 */
export function signUp(ctx: Context, input: z.output<typeof signUpInput>): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await forgetUnconfirmed(tx, input.email);
    const permission = await requireRegistration(tx, input);
    await createNewcomer(tx, { ...input, ...permission, heldFor: input.email });
  });
}

/**
 * The link printed at the first start makes the first administrator, signed in at once. Refuses with
 * `link_used_or_expired`, and `conflict` when there is an administrator or the address has an account.
 */
export function welcomeAdministrator(
  ctx: Context,
  input: z.output<typeof welcomeInput>,
  userAgent: string,
): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    await useToken(tx, "welcome", input.token);
    if (await hasAdministrator(tx)) throw conflict("administrator_exists");
    const accountId = await createAccount(tx, { ...input, isApproved: true });
    if (!accountId) throw conflict("email_taken");
    await promoteToAdministrator(tx, accountId);
    await createIdentity({ ...tx, actor: { kind: "account", accountId, role: "administrator" } }, input);
    return openSession(tx, accountId, userAgent);
  });
}
