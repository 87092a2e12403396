import { and, eq, isNull, lt, or } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, conflict } from "@/lib/core/errors";
import { readInstance } from "@/lib/instance/settings";

/**
 * The account agrees to what holds here now. `since` is the moment that the page it read stood for: refuses with
 * `agreement_out_of_date` when everybody was asked once more meanwhile. Agreeing again changes nothing.
 */
export function agree(ctx: Context, since: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { actor, now } = tx;
    if (actor.kind !== "account") throw new AppError("unauthenticated", "sign_in_first");
    const { agreeSince } = await readInstance(tx.db);
    if (agreeSince !== since) throw conflict("agreement_out_of_date");
    const { id, termsAcceptedAt } = accounts;
    const isOwed = or(isNull(termsAcceptedAt), lt(termsAcceptedAt, new Date(agreeSince)));
    await tx.db
      .update(accounts)
      .set({ termsAcceptedAt: now })
      .where(and(eq(id, actor.accountId), isOwed));
  });
}
