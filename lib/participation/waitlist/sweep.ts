import { and, eq, lt } from "drizzle-orm";
import { participations } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { endOffersLater } from "./promote";

/** From time to time: ends offers whose job was given up, since a place that nobody takes is held for nobody. */
export async function sweepOffers(ctx: Context): Promise<void> {
  const late = new Date(ctx.now.getTime() - 5 * 60_000);
  const rows = await ctx.db
    .select({ id: participations.id })
    .from(participations)
    .where(and(eq(participations.status, "offered"), lt(participations.offerEndsAt, late)));
  const ids = rows.map(({ id }) => id);
  await endOffersLater(ctx, ids, ctx.now);
}
