import { and, eq, exists, inArray, lt, lte, not, or } from "drizzle-orm";
import { deliveries, receivedActivities, sentActivities } from "@/db/schema/activities";
import { tombstones } from "@/db/schema/tombstones";
import type { Context } from "@/lib/core/context";
import { readInstance } from "@/lib/instance/settings";

const DAY = 86_400_000;
/** Rows of one statement: nobody waits for long. */
const MARKS_AT_ONCE = 5000;
/** More than the busiest hour of several servers leaves. */
const MOST_MARKS = 500_000;

/**
 * Forgets what other servers sent: what was handled after two days, what nobody here understood or allowed after seven,
 * or as many as administrators chose, in which they may look at it. And what was said to others, a month after it went to all of them.
 */
export async function sweepActivities({ db, now }: Context): Promise<void> {
  const { keepUnreadDays } = await readInstance(db);
  const before = (days: number) => new Date(now.getTime() - days * DAY);
  const { receivedAt, outcome } = receivedActivities;
  const isDone = inArray(outcome, ["handled", "ignored"]);
  await db
    .delete(receivedActivities)
    .where(or(lt(receivedAt, before(keepUnreadDays)), and(isDone, lt(receivedAt, before(2)))));
  const waiting = db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(eq(deliveries.sentActivityId, sentActivities.id));
  await db.delete(sentActivities).where(and(lt(sentActivities.createdAt, before(30)), not(exists(waiting))));
}

/** Marks of what was taken back before it was ever here, once nobody can still be sending it. */
export async function sweepMarks({ db, now }: Context): Promise<void> {
  const isDue = lte(tombstones.forgetAt, now);
  for (let swept = 0; swept < MOST_MARKS; swept += MARKS_AT_ONCE) {
    const some = db.select({ uri: tombstones.uri }).from(tombstones).where(isDue).limit(MARKS_AT_ONCE);
    const { count } = await db.delete(tombstones).where(and(isDue, inArray(tombstones.uri, some)));
    if (count < MARKS_AT_ONCE) return;
  }
}
