import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { writeLog } from "@/lib/journal/write-log";
import { endTokens } from "../token";
import { onAccount } from "./on-account";

/** Ends all sessions of an account, and sign-ins that wait for a code. Refuses as `onAccount` does. */
export function signOutEverywhere(ctx: Context, accountId: string): Promise<void> {
  return onAccount(ctx, accountId, async (tx) => {
    const ended = await tx.db
      .delete(sessions)
      .where(eq(sessions.accountId, accountId))
      .returning({ id: sessions.id });
    await endTokens(tx, "second_step", accountId);
    await writeLog(tx, { action: "account.signed_out", accountId, details: { devices: ended.length } });
  });
}
