import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { type Context, inTransaction } from "@/lib/core/context";
import { record } from "@/lib/journal/record";
import { type Admission, admit } from "./admit";
import { endTokens, useToken } from "./token";

/**
 * The address is theirs: whoever holds the mailed link is let in with it, once. Other links for the same are void then:
 * one that still lies in the mailbox is no way round the password. Refuses with `link_used_or_expired`.
 */
export function confirmAccount(ctx: Context, token: string, userAgent: string): Promise<Admission> {
  return inTransaction(ctx, async (tx) => {
    const accountId = (await useToken(tx, "confirm", token)).accountId!;
    await endTokens(tx, "confirm", accountId);
    const [confirmed] = await tx.db
      .update(accounts)
      .set({ confirmedAt: tx.now })
      .where(and(eq(accounts.id, accountId), isNull(accounts.confirmedAt)))
      .returning({ id: accounts.id });
    if (confirmed) await record(tx, { kind: "account.confirmed", accountId });
    const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, accountId));
    return admit(tx, account!, userAgent);
  });
}
