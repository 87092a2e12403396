import { and, eq, gt, isNotNull, isNull, type SQL } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { secondFactors } from "@/db/schema/second-factors";
import type { Context } from "@/lib/core/context";
import { unseal } from "@/lib/core/crypto";
import { countRecoveryCodes } from "./recovery";
import { SECRET_PURPOSE, setupAddress } from "./totp";

const SETUP_HOURS = 1;

export type SecondFactorState = {
  /** Null: it is off. */
  onSince: Date | null;
  codesLeft: number;
  /** Accounts that sign in elsewhere have none, and must choose one first. */
  hasPassword: boolean;
};

/** What the account's owner is told about its second factor. */
export async function getSecondFactorState(
  ctx: Pick<Context, "db">,
  accountId: string,
): Promise<SecondFactorState> {
  const [found] = await ctx.db
    .select({ onSince: secondFactors.confirmedAt, passwordHash: accounts.passwordHash })
    .from(accounts)
    .leftJoin(secondFactors, ofAccount(accountId, isNotNull(secondFactors.confirmedAt)))
    .where(eq(accounts.id, accountId));
  const onSince = found?.onSince ?? null;
  const codesLeft = onSince ? await countRecoveryCodes(ctx, accountId) : 0;
  return { onSince, codesLeft, hasPassword: Boolean(found?.passwordHash) };
}

export type Setup = { id: string; secret: string; address: string };

/**
 * The account's unfinished set-up with its secret, or null. It must be named: a second window of the account, perhaps
 * somebody else's, gets to see no secret that is about to count.
 */
export async function findSetup(
  ctx: Pick<Context, "db" | "now">,
  { id, accountId, issuer }: { id: string; accountId: string; issuer: string },
): Promise<Setup | null> {
  const [found] = await ctx.db
    .select({ secret: secondFactors.secret, label: accounts.email })
    .from(secondFactors)
    .innerJoin(accounts, eq(accounts.id, secondFactors.accountId))
    .where(unfinished(ctx, { id, accountId }));
  if (!found) return null;
  const secret = unseal(SECRET_PURPOSE, found.secret);
  return { id, secret, address: setupAddress(secret, { issuer, label: found.label }) };
}

/** A set-up that may still be finished: for an hour. */
export function unfinished(
  { now }: Pick<Context, "now">,
  { id, accountId }: { id: string; accountId: string },
) {
  const oldest = new Date(now.getTime() - SETUP_HOURS * 3_600_000);
  const isUnfinished = and(isNull(secondFactors.confirmedAt), gt(secondFactors.createdAt, oldest));
  return and(eq(secondFactors.id, id), ofAccount(accountId, isUnfinished));
}

/** The app of an account; other kinds of second factors will stand beside it. */
export function ofAccount(accountId: string, which?: SQL) {
  return and(eq(secondFactors.accountId, accountId), eq(secondFactors.kind, "totp"), which);
}
