import { and, desc, gt, inArray } from "drizzle-orm";
import { type ReceivedActivity, receivedActivities } from "@/db/schema/activities";
import type { Context } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { canAdminister } from "@/lib/instance/policy";

const UNREAD_DAYS = 7;
const AT_MOST = 50;

/** What other servers sent in the last days and nobody here could read, or was refused: the latest first. For administrators. */
export function listUnread(ctx: Context): Promise<ReceivedActivity[]> {
  authorize(canAdminister(ctx.actor));
  const since = new Date(ctx.now.getTime() - UNREAD_DAYS * 86_400_000);
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
