import { eq } from "drizzle-orm";
import type { z } from "zod";
import { type Account, accounts, type TokenData } from "@/db/schema/accounts";
import { type Admission, admit } from "@/lib/accounts/admit";
import { insertExternalLogin } from "@/lib/accounts/external-link";
import { forgetUnconfirmed, forgetUnconfirmedLogin } from "@/lib/accounts/forget-unconfirmed";
import { requireRegistration } from "@/lib/accounts/registration";
import { useToken } from "@/lib/accounts/token";
import { type Context, inTransaction } from "@/lib/core/context";
import { conflict, invalidField } from "@/lib/core/errors";
import type { finishSignUpInput } from "./input";
import { createNewcomer } from "./newcomer";

type Input = z.output<typeof finishSignUpInput>;

/** What a newcomer has to wait for: the link in a mail, or a moderator. */
export type Finished = Admission | { waitsFor: "mail" | "moderator" };

/**
 * Somebody whom a provider brought takes a name, and has an account with it that needs no password. If the provider
 * did not vouch for an address, the one that they type is confirmed by mail like any other, and the answer does not tell
 * whether it has an account. Refuses with `link_used_or_expired`, `email_taken` (somebody was faster) and as
 * `requireRegistration` does.
 */
export async function finishSignUp(
  ctx: Context,
  input: Input,
  { token, userAgent }: { token: string; userAgent: string },
): Promise<Finished> {
  const account = await inTransaction(ctx, async (tx) => {
    const { data } = await useToken(tx, "finish_sign_up", token);
    return settle(tx, data, input);
  });
  if (!account?.confirmedAt) return { waitsFor: "mail" };
  return account.approvedAt ? admit(ctx, account, userAgent) : { waitsFor: "moderator" };
}

/** Null: the address that they typed has an account, whose owner hears of it. */
async function settle(tx: Context, data: TokenData, input: Input): Promise<Account | null> {
  const email = data.email ?? input.email;
  if (!email) throw invalidField("email", "email_not_valid");
  const login = { issuer: data.issuer!, subject: data.subject! };
  await forgetUnconfirmedLogin(tx, login);
  await forgetUnconfirmed(tx, email);
  const permission = await requireRegistration(tx, { ...input, email, isFromProvider: true });
  const isConfirmed = Boolean(data.email);
  const accountId = await createNewcomer(tx, {
    ...{ ...input, ...permission, email, isConfirmed },
    password: null,
    heldFor: `${login.issuer} ${login.subject}`,
  });
  if (!accountId && isConfirmed) throw conflict("email_taken");
  if (!accountId) return null;
  await insertExternalLogin(tx, accountId, login);
  const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, accountId));
  return account!;
}
