import { and, eq, isNull, lte } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { type Context, inTransaction } from "@/lib/core/context";
import { record } from "@/lib/journal/record";
import { inVain } from "./in-vain";
import { ASK_AGAIN_SECONDS } from "./input";

/** Stands for the account that there is not. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * Mails the link that confirms an address once more, unless the account is confirmed, unknown, or so new that the
 * first mail is on its way. Takes as long in every case; the caller limits how often.
 */
export function resendConfirmation(ctx: Context, email: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const before = new Date(tx.now.getTime() - ASK_AGAIN_SECONDS * 1000);
    const [waiting] = await tx.db
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.email, email), isNull(accounts.confirmedAt), lte(accounts.createdAt, before)));
    const ask = (inner: Context) =>
      record(inner, { kind: "account.confirmation_asked", accountId: waiting?.id ?? NOBODY });
    await (waiting ? inTransaction(tx, ask) : inVain(tx, ask));
  });
}
