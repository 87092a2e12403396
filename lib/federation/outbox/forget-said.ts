import { and, eq, notExists, notLike, sql } from "drizzle-orm";
import { deliveries, sentActivities } from "@/db/schema/activities";
import type { Context } from "@/lib/core/context";

/**
 * Forgets what was said of a thing that is gone, also what still waits to go out: whoever has not heard of it need not
 * any more. That it is gone stays said.
 */
export async function forgetSaid({ db }: Context, uri: string): Promise<void> {
  const isOfIt = sql`(starts_with(${sentActivities.uri}, ${`${uri}#`}) or starts_with(${sentActivities.uri}, ${`${uri}/`}))`;
  await db.delete(sentActivities).where(and(isOfIt, notLike(sentActivities.uri, "%#delete%")));
}

/** Forgets everything that an actor said and that has arrived, or been given up. */
export async function forgetDelivered({ db }: Pick<Context, "db">, actorId: string): Promise<void> {
  const waiting = db
    .select({ one: sql`1` })
    .from(deliveries)
    .where(eq(deliveries.sentActivityId, sentActivities.id));
  await db.delete(sentActivities).where(and(eq(sentActivities.actorId, actorId), notExists(waiting)));
}
