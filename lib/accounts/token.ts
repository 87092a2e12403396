import { and, eq, gt, isNull } from "drizzle-orm";
import { accountTokens, type TokenData } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { hashToken, newToken } from "@/lib/core/crypto";
import { AppError } from "@/lib/core/errors";

type Kind = (typeof accountTokens.kind.enumValues)[number];

/** Makes a one-time link's secret; `hours` long it can be used, once. */
export async function issueToken(
  ctx: Context,
  { kind, accountId, hours, data }: { kind: Kind; accountId: string | null; hours: number; data?: TokenData },
): Promise<string> {
  const { token, hash } = newToken();
  const expiresAt = new Date(ctx.now.getTime() + hours * 3_600_000);
  await ctx.db.insert(accountTokens).values({ kind, accountId, hash, data, expiresAt, createdAt: ctx.now });
  return token;
}

export type Token = { accountId: string | null; data: TokenData };

/** What the link would open now, or null; looking does not use it up. */
export async function findToken(ctx: Context, kind: Kind, token: string): Promise<Token | null> {
  const [found] = await ctx.db
    .select({ accountId: accountTokens.accountId, data: accountTokens.data })
    .from(accountTokens)
    .where(usable(ctx, kind, token));
  return found ?? null;
}

/** Ends the account's open links of this kind: a newer one, or a changed password, makes them void. */
export async function endTokens(ctx: Context, kind: Kind, accountId: string): Promise<void> {
  await ctx.db
    .delete(accountTokens)
    .where(
      and(eq(accountTokens.kind, kind), eq(accountTokens.accountId, accountId), isNull(accountTokens.usedAt)),
    );
}

/**
 * Uses the link up, in the caller's transaction. Of two at the same time one wins. Refuses with
 * `link_used_or_expired`, which does not tell the one from the other.
 */
export async function useToken(tx: Context, kind: Kind, token: string): Promise<Token> {
  const [used] = await tx.db
    .update(accountTokens)
    .set({ usedAt: tx.now })
    .where(usable(tx, kind, token))
    .returning({ accountId: accountTokens.accountId, data: accountTokens.data });
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
