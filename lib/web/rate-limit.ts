import { sql } from "drizzle-orm";
import { headers } from "next/headers";
import { rateLimits } from "@/db/schema/rate-limits";
import type { Context } from "@/lib/core/context";
import { keyedHash } from "@/lib/core/crypto";
import { AppError } from "@/lib/core/errors";

/** At most `max` tries in `minutes`, counted from the first. */
export type Limit = { name: string; max: number; minutes: number };

/**
 * Counts one try of somebody (an address, an identity) at something. Refuses with `too_many_attempts`. It is counted
 * outside the command's transaction, so that a refused command counts too.
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
  if (row!.count > limit.max) throw new AppError("rate_limited", "too_many_attempts");
}

/** Where the request came from, as far as a proxy nearby tells (security/client-address.ts); only good for counting. */
export async function clientAddress(): Promise<string> {
  const forwarded = (await headers()).get("x-forwarded-for") ?? "";
  return forwarded.split(",").at(-1)?.trim() || "unknown";
}
