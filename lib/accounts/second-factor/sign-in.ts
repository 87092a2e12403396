import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { requireAdmissible } from "../admit";
import { openSession } from "../session";
import { findToken, useToken } from "../token";
import { takeCode } from "./take-code";

type SecondStep = { token: string; code: string; userAgent: string };

/**
 * Ends a sign-in that waits for a code (admit.ts) and returns the session. A wrong code leaves everything as it is: the
 * caller counts them for the account. Refuses as `whoIsAsked`, `takeCode` and `requireAdmissible` do.
 */
export function finishSignIn(ctx: Context, { token, code, userAgent }: SecondStep): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const accountId = await whoIsAsked(tx, token);
    const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, accountId));
    requireAdmissible(account!);
    await takeCode(tx, accountId, code);
    await useToken(tx, "second_step", token);
    return openSession(tx, accountId, userAgent);
  });
}

/** The account that waits for its code. Refuses with `second_step_over` after ten minutes, or when it was shown. */
export async function whoIsAsked(ctx: Context, token: string): Promise<string> {
  const asked = await findToken(ctx, "second_step", token);
  if (!asked?.accountId) throw new AppError("unauthenticated", "second_step_over");
  return asked.accountId;
}
