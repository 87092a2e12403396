import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { type Context, inTransaction } from "@/lib/core/context";
import { record } from "@/lib/journal/record";
import { openSession } from "./session";
import { useToken } from "./token";

/** The address is theirs: whoever holds the mailed link is signed in with it, once. Refuses with `link_used_or_expired`. */
export function confirmAccount(ctx: Context, token: string, userAgent: string): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const accountId = (await useToken(tx, "confirm", token)).accountId!;
    const [confirmed] = await tx.db
      .update(accounts)
      .set({ confirmedAt: tx.now })
      .where(and(eq(accounts.id, accountId), isNull(accounts.confirmedAt)))
      .returning({ id: accounts.id });
    if (confirmed) await record(tx, { kind: "account.confirmed", accountId });
    return openSession(tx, accountId, userAgent);
  });
}
