import { and, desc, eq, gte, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { type Account, accounts } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import type { AccountSearch } from "../input";
import { canManageAccounts } from "../policy";

const ACCOUNTS_PER_PAGE = 50;

/** What of an account those who look after it see: no password, and nothing of its identities. */
export type ListedAccount = Pick<
  Account,
  "id" | "email" | "role" | "createdAt" | "confirmedAt" | "approvedAt" | "suspendedAt" | "leavesAt"
>;

/** Accounts like that, the newest first, and whether there are more. For those who look after accounts. */
export async function listAccounts(
  ctx: Context,
  search: AccountSearch,
): Promise<{ found: ListedAccount[]; hasMore: boolean }> {
  authorize(canManageAccounts(ctx.actor));
  const { id, email, role, createdAt, confirmedAt, approvedAt, suspendedAt, leavesAt } = accounts;
  const rows = await ctx.db
    .select({ id, email, role, createdAt, confirmedAt, approvedAt, suspendedAt, leavesAt })
    .from(accounts)
    .where(matching(search))
    .orderBy(desc(id))
    .limit(ACCOUNTS_PER_PAGE + 1);
  return { found: rows.slice(0, ACCOUNTS_PER_PAGE), hasMore: rows.length > ACCOUNTS_PER_PAGE };
}

/** Numbers of accounts grow with time, so the newest are found by the index of the key. */
function matching({ q, role, state, from, before }: AccountSearch): SQL | undefined {
  return and(
    q ? sql`strpos(${accounts.email}, ${q.toLowerCase()}) > 0` : undefined,
    role ? eq(accounts.role, role) : undefined,
    state ? states[state] : undefined,
    from ? gte(accounts.createdAt, from) : undefined,
    before ? lt(accounts.id, before) : undefined,
  );
}

const states = {
  unconfirmed: isNull(accounts.confirmedAt),
  waiting: and(isNotNull(accounts.confirmedAt), isNull(accounts.approvedAt)),
  locked: isNotNull(accounts.suspendedAt),
  leaving: isNotNull(accounts.leavesAt),
};
