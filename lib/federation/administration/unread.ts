import { and, desc, gt, inArray } from "drizzle-orm";
import { type ReceivedActivity, receivedActivities } from "@/db/schema/activities";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { canAdminister } from "@/lib/instance/policy";
import { readInstance } from "@/lib/instance/settings";

const AT_MOST = 50;

/** What other servers sent in the last days and nobody here could read, or was refused: the latest first. For administrators. */
export async function listUnread(ctx: Context): Promise<ReceivedActivity[]> {
  authorize(canAdminister(ctx.actor));
  const { keepUnreadDays } = await readInstance(ctx.db);
  const since = new Date(ctx.now.getTime() - keepUnreadDays * 86_400_000);
  return ctx.db
    .select()
    .from(receivedActivities)
    .where(
      and(
        inArray(receivedActivities.outcome, ["unknown", "refused"]),
        gt(receivedActivities.receivedAt, since),
      ),
    )
    .orderBy(desc(receivedActivities.receivedAt))
    .limit(AT_MOST);
}
