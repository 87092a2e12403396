import { and, eq, isNotNull, sql } from "drizzle-orm";
import { servers } from "@/db/schema/servers";
import type { Context } from "@/lib/core/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { isPastHope, retryAt } from "./back-off";

/** Milliseconds after which to try again a server that spoke while it was tried. */
const SPOKE_MS = 5_000;

/**
 * A delivery failed for a reason that would hit any other too: nothing is sent there before the time that is answered,
 * and then one first. A server that was heard from since `now`, the start of the round, may be back already: once it is
 * tried again soon. `isHopeless`: it has been so for three days.
 */
export async function openBreaker(
  { db, now }: Context,
  domain: string,
  { problem, retryAfter }: { problem: string; retryAfter?: string | null },
): Promise<{ at: Date; isHopeless: boolean }> {
  const [server] = await db
    .insert(servers)
    .values({ domain, failures: 1, failingSince: now, problem, createdAt: now })
    .onConflictDoUpdate({
      target: servers.domain,
      set: {
        failures: sql`${servers.failures} + 1`,
        failingSince: sql`coalesce(${servers.failingSince}, excluded.failing_since)`,
        problem,
      },
    })
    .returning({
      failures: servers.failures,
      failingSince: servers.failingSince,
      receivedAt: servers.receivedAt,
    });
  const { failures, failingSince, receivedAt } = server!;
  const hasSpoken = failures === 1 && !retryAfter && receivedAt !== null && receivedAt > now;
  const at = hasSpoken ? new Date(receivedAt.getTime() + SPOKE_MS) : retryAt(now, failures, retryAfter);
  await db.update(servers).set({ retryAt: at }).where(eq(servers.domain, domain));
  return { at, isHopeless: isPastHope(failingSince ?? now, now) };
}

/** Something came from there, so it is back: what waits for it goes out at once. Cheap where nothing was wrong. */
export async function closeBreaker(ctx: Context, domain: string): Promise<void> {
  const closed = await ctx.db
    .update(servers)
    .set({ failures: 0, failingSince: null, retryAt: null })
    .where(and(eq(servers.domain, domain), isNotNull(servers.retryAt)))
    .returning({ domain: servers.domain });
  if (closed.length > 0) await deliverSoon(ctx, domain);
}

/** Adds the job that sends what waits for a server, or moves the one that waits. */
export function deliverSoon(ctx: Context, domain: string, runAt?: Date): Promise<void> {
  const name = `deliver:${domain}`;
  return enqueue(ctx, { task: "deliver", payload: { domain }, key: name, runAt });
}
