import { eq, sql } from "drizzle-orm";
import { headers } from "next/headers";
import { rateLimits } from "@/db/schema/rate-limits";
import type { Context } from "@/lib/core/context";
import { keyedHash } from "@/lib/core/crypto";
import { AppError } from "@/lib/core/errors";
import { networkOf } from "./security/network";

/** At most `max` tries in `minutes`, counted from the first. `reason` is what is said then, if not the usual. */
export type Limit = { name: string; max: number; minutes: number; reason?: string };

/**
 * Counts one try of somebody (an address, an identity) at something. Refuses with `too_many_attempts` unless the limit
 * names another reason. It is counted outside the command's transaction, so that a refused command counts too.
 */
export async function countAttempt(
  ctx: Pick<Context, "db" | "now">,
  limit: Limit,
  subject: string,
): Promise<void> {
  const { key, count, endsAt } = rateLimits;
  const now = ctx.now.toISOString();
  const end = new Date(ctx.now.getTime() + limit.minutes * 60_000);
  const isOver = sql`${endsAt} <= ${now}::timestamptz`;
  const [row] = await ctx.db
    .insert(rateLimits)
    .values({ key: keyedHash(limit.name, subject), count: 1, endsAt: end })
    .onConflictDoUpdate({
      target: key,
      set: {
        count: sql`case when ${isOver} then 1 else ${count} + 1 end`,
        endsAt: sql`case when ${isOver} then ${end.toISOString()}::timestamptz else ${endsAt} end`,
      },
    })
    .returning({ count });
  if (row!.count > limit.max) throw new AppError("rate_limited", limit.reason ?? "too_many_attempts");
}

/** Counts from nothing again, for somebody who turned out to be in the right. */
export async function forgetAttempts(
  { db }: Pick<Context, "db">,
  { name }: Limit,
  subject: string,
): Promise<void> {
  await db.delete(rateLimits).where(eq(rateLimits.key, keyedHash(name, subject)));
}

/** Where the request came from, as far as a proxy nearby tells (security/client-address.ts): for counting alone. */
export async function clientAddress(): Promise<string> {
  const forwarded = (await headers()).get("x-forwarded-for") ?? "";
  return networkOf(forwarded.split(",").at(-1) ?? "") || "unknown";
}
