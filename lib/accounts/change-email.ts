import { eq } from "drizzle-orm";
import type { z } from "zod";
import { type Account, accounts } from "@/db/schema/accounts";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, conflict, invalidField } from "@/lib/core/errors";
import { isDuplicate } from "@/lib/core/unique";
import { readInstance } from "@/lib/instance/settings";
import { record } from "@/lib/journal/record";
import { isEmailWelcome } from "./email-rules";
import { forgetUnconfirmed } from "./forget-unconfirmed";
import type { changeEmailInput } from "./input";
import { ownAccountId } from "./own-account";
import { requireOwnPassword } from "./own-password";
import { endTokens, useToken } from "./token";

/**
 * Asks for another address, which counts once the link that is mailed to it was used. Whether it has an account is not
 * told here but by mail. Refuses as `requireOwnPassword` does, and at its field with `email_unchanged` and
 * `email_not_welcome`.
 */
export async function askNewEmail(
  ctx: Context,
  { email, password }: z.output<typeof changeEmailInput>,
): Promise<void> {
  const account = await requireOwnPassword(ctx, password);
  if (email === account.email) throw invalidField("email", "email_unchanged");
  if (!isEmailWelcome(await readInstance(ctx.db), email)) throw invalidField("email", "email_not_welcome");
  await inTransaction(ctx, async (tx) => {
    await setNewEmail(tx, account.id, email);
    await record(tx, { kind: "account.new_email_asked", accountId: account.id });
  });
}

/** Takes the wish back; the link in the mail is void. Repeating it is harmless. */
export async function takeBackNewEmail(ctx: Context): Promise<void> {
  const accountId = ownAccountId(ctx);
  await inTransaction(ctx, (tx) => setNewEmail(tx, accountId, null));
}

/**
 * Whoever holds the link that was mailed to the new address makes it the account's; answers whose. Links that wait in
 * the old mailbox end. Refuses with `link_used_or_expired`, and with `email_taken` if somebody else was faster.
 */
export async function confirmNewEmail(ctx: Context, token: string): Promise<string> {
  try {
    return await inTransaction(ctx, async (tx) => {
      const { accountId, data } = await useToken(tx, "change_email", token);
      const account = await lockAccount(tx, accountId!);
      const { newEmail: email } = account;
      if (!email || email !== data.email) throw new AppError("invalid", "link_used_or_expired");
      await forgetUnconfirmed(tx, email);
      await tx.db.update(accounts).set({ email, newEmail: null }).where(eq(accounts.id, account.id));
      await endTokens(tx, "reset_password", account.id);
      await record(tx, { kind: "account.email_changed", accountId: account.id });
      return account.id;
    });
  } catch (error) {
    throw isDuplicate(error) ? conflict("email_taken") : error;
  }
}

async function setNewEmail(tx: Context, accountId: string, newEmail: string | null): Promise<void> {
  await endTokens(tx, "change_email", accountId);
  await tx.db.update(accounts).set({ newEmail }).where(eq(accounts.id, accountId));
}

async function lockAccount({ db }: Context, accountId: string): Promise<Account> {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId)).for("update");
  return account!;
}
