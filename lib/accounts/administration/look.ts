import { and, count, eq, gt, max } from "drizzle-orm";
import { accounts, sessions } from "@/db/schema/accounts";
import { invitations } from "@/db/schema/instance";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/text/uuid";
import { canManageAccounts } from "../policy";
import { getSecondFactorState } from "../second-factor/find";

export type SeenAccount = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

/**
 * One account, as those who look after it see it; null: there is none. Which identities are its own is not in it: whoever
 * must know goes by an identity, and says why.
 */
export async function findAccount(ctx: Context, accountId: string) {
  authorize(canManageAccounts(ctx.actor));
  if (!isUuid(accountId)) return null;
  const { id, email, newEmail, role, locale, createdAt, confirmedAt, approvedAt } = accounts;
  const { suspendedAt, hiddenAt, leavesAt } = accounts;
  const [found] = await ctx.db
    .select({
      ...{ id, email, newEmail, role, locale, createdAt, confirmedAt, approvedAt },
      ...{ suspendedAt, hiddenAt, leavesAt },
      invitation: invitations.note,
      invitationId: accounts.invitationId,
    })
    .from(accounts)
    .leftJoin(invitations, eq(invitations.id, accounts.invitationId))
    .where(eq(id, accountId));
  if (!found) return null;
  const [[devices], { onSince, hasPassword }] = await Promise.all([
    ctx.db
      .select({ signedIn: count(), lastUsedAt: max(sessions.lastUsedAt) })
      .from(sessions)
      .where(and(eq(sessions.accountId, accountId), gt(sessions.expiresAt, ctx.now))),
    getSecondFactorState(ctx, accountId),
  ]);
  return { ...found, ...devices!, hasPassword, secondFactorSince: onSince };
}
