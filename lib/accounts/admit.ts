import { and, eq, isNotNull } from "drizzle-orm";
import type { Account } from "@/db/schema/accounts";
import { secondFactors } from "@/db/schema/second-factors";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { openSession } from "./session";
import { issueToken } from "./token";

/** What a sign-in leads to: a session, or the question for the second factor with a token that remembers who asked. */
export type Admission = { sessionId: string } | { secondStep: string };

const SECOND_STEP_HOURS = 1 / 6;

/**
 * The end of every way to sign in: whoever calls this has checked who it is. Refuses with `account_unconfirmed` and
 * `account_waits_for_approval`. An account with a second factor gets no session here.
 */
export async function admit(ctx: Context, account: Account, userAgent: string): Promise<Admission> {
  requireAdmissible(account);
  if (await hasSecondFactor(ctx, account.id)) {
    const asked = { kind: "second_step", accountId: account.id, hours: SECOND_STEP_HOURS } as const;
    return { secondStep: await issueToken(ctx, asked) };
  }
  return { sessionId: await openSession(ctx, account.id, userAgent) };
}

/** Asked again when the second factor was shown: things may have changed meanwhile. Refuses as `admit` does. */
export function requireAdmissible(account: Pick<Account, "confirmedAt" | "approvedAt">): void {
  if (!account.confirmedAt) throw new AppError("unauthenticated", "account_unconfirmed");
  if (!account.approvedAt) throw new AppError("unauthenticated", "account_waits_for_approval");
}

export async function hasSecondFactor({ db }: Pick<Context, "db">, accountId: string): Promise<boolean> {
  const { id, confirmedAt } = secondFactors;
  const [found] = await db
    .select({ id })
    .from(secondFactors)
    .where(and(eq(secondFactors.accountId, accountId), isNotNull(confirmedAt)));
  return Boolean(found);
}
