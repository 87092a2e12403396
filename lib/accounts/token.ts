import { and, eq, gt, isNull } from "drizzle-orm";
import { accountTokens } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { hashToken, newToken } from "@/lib/core/crypto";
import { AppError } from "@/lib/core/errors";

type Kind = (typeof accountTokens.kind.enumValues)[number];

/** Makes a one-time link's secret; `hours` long it can be used, once. */
export async function issueToken(
  ctx: Context,
  { kind, accountId, hours }: { kind: Kind; accountId: string | null; hours: number },
): Promise<string> {
  const { token, hash } = newToken();
  const expiresAt = new Date(ctx.now.getTime() + hours * 3_600_000);
  await ctx.db.insert(accountTokens).values({ kind, accountId, hash, expiresAt, createdAt: ctx.now });
  return token;
}

/** Whether the link would work now; looking does not use it up. */
export async function isTokenValid(ctx: Context, kind: Kind, token: string): Promise<boolean> {
  const [found] = await ctx.db
    .select({ id: accountTokens.id })
    .from(accountTokens)
    .where(usable(ctx, kind, token));
  return Boolean(found);
}

/**
 * Uses the link up, in the caller's transaction. Of two at the same time one wins. Refuses with
 * `link_used_or_expired`, which does not tell the one from the other.
 */
export async function useToken(
  tx: Context,
  kind: Kind,
  token: string,
): Promise<{ accountId: string | null }> {
  const [used] = await tx.db
    .update(accountTokens)
    .set({ usedAt: tx.now })
    .where(usable(tx, kind, token))
    .returning({ accountId: accountTokens.accountId });
  if (!used) throw new AppError("invalid", "link_used_or_expired");
  return used;
}

function usable(ctx: Pick<Context, "now">, kind: Kind, token: string) {
  return and(
    eq(accountTokens.hash, hashToken(token)),
    eq(accountTokens.kind, kind),
    isNull(accountTokens.usedAt),
    gt(accountTokens.expiresAt, ctx.now),
  );
}
