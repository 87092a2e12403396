import { and, desc, eq } from "drizzle-orm";
import { receivedActivities } from "@/db/schema/activities";
import type { Context } from "@/lib/core/context";
import type { Received } from "../activity";

/** When something was said: as its server tells, though never later than it came; Mobilizon does not tell. */
export async function whenSaid(ctx: Context, activity: Received): Promise<Date> {
  const came = (await findArrival(ctx, activity)) ?? ctx.now;
  const { published } = activity;
  const told = typeof published === "string" && published.length < 60 ? Date.parse(published) : Number.NaN;
  return new Date(Math.min(Number.isNaN(told) ? came.getTime() : told, came.getTime()));
}

async function findArrival({ db }: Context, { id, actor }: Received): Promise<Date | undefined> {
  const [row] = await db
    .select({ receivedAt: receivedActivities.receivedAt })
    .from(receivedActivities)
    .where(and(eq(receivedActivities.actorUri, actor), eq(receivedActivities.activityUri, id)))
    .orderBy(desc(receivedActivities.receivedAt))
    .limit(1);
  return row?.receivedAt;
}
