import { eq } from "drizzle-orm";
import type { z } from "zod";
import { accounts } from "@/db/schema/accounts";
import { type Context, inTransaction } from "@/lib/core/context";
import { record } from "@/lib/journal/record";
import { markConfirmed } from "./confirm";
import type { resetPasswordInput } from "./input";
import { setPassword } from "./set-password";
import { useToken } from "./token";

/**
 * Somebody cannot sign in and asks for a link by mail. The fact is recorded whether the address has an account or
 * not, so that neither the answer nor its time tells; the caller limits how often.
 */
export function askPasswordReset(ctx: Context, email: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const [account] = await tx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
    await record(tx, { kind: "account.password_forgotten", accountId: account?.id ?? null });
  });
}

/**
 * Whoever holds the mailed link chooses a new password, or a first one. It shows the address to be theirs, and signs
 * nobody in: a second factor stays in force. Refuses with `link_used_or_expired`.
 */
export function resetPassword(
  ctx: Context,
  { token, newPassword }: z.output<typeof resetPasswordInput>,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const accountId = (await useToken(tx, "reset_password", token)).accountId!;
    await markConfirmed(tx, accountId);
    await setPassword(tx, accountId, newPassword);
  });
}
