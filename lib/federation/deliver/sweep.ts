import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { deliveries } from "@/db/schema/activities";
import { servers } from "@/db/schema/servers";
import type { Context } from "@/lib/core/context";
import { deliverSoon } from "./breaker";

const HOUR = 60 * 60_000;

/** Starts again what a job that was given up has left waiting. */
export async function sweepDeliveries(ctx: Context): Promise<void> {
  const since = new Date(ctx.now.getTime() - HOUR);
  const isWaiting = sql`exists (select from graphile_worker.jobs where key = 'deliver:' || ${deliveries.domain})`;
  const rows = await ctx.db
    .selectDistinct({ domain: deliveries.domain })
    .from(deliveries)
    .leftJoin(servers, eq(servers.domain, deliveries.domain))
    .where(
      and(
        lt(deliveries.createdAt, since),
        or(isNull(servers.retryAt), lt(servers.retryAt, ctx.now)),
        sql`not ${isWaiting}`,
      ),
    );
  for (const { domain } of rows) await deliverSoon(ctx, domain);
}
