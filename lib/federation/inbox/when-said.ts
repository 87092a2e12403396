import { and, desc, eq } from "drizzle-orm";
import { receivedActivities } from "@/db/schema/activities";
import type { Context } from "@/lib/core/context";
import type { Received } from "../activity";
import { instantIn } from "../import/read-times";

/** When something was said: as its server tells, though never later than it came; Mobilizon does not tell. */
export async function whenSaid(ctx: Context, activity: Received): Promise<Date> {
  const came = (await findArrival(ctx, activity)) ?? ctx.now;
  const told = instantIn(activity.published);
  return told && told < came ? told : came;
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
