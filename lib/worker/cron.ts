import { and, gt, isNotNull, lt, lte, or, sql } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { rateLimits } from "@/db/schema/rate-limits";
import { sweepUnconfirmed } from "@/lib/accounts/forget-unconfirmed";
import { sweepSessions } from "@/lib/accounts/session";
import type { Context } from "@/lib/core/context";
import { dropPages } from "@/lib/journal/drop-pages";
import { eventTag, UPCOMING } from "@/lib/journal/tags";
import { sweepMails } from "@/lib/mail/sweep";
import { sweepIncoming } from "@/lib/media/sweep";

/** What time alone makes necessary. Schedules are UTC. */
export const crontab = ["*/5 * * * * refresh-running-events", "17 * * * * sweep"].join("\n");

export const cronTasks: Record<string, (ctx: Context) => Promise<void>> = {
  "refresh-running-events": refreshRunningEvents,
  sweep,
};

/**
 * Kept pages do not notice that time passes: those of events that began or ended in the last ten minutes
 * (twice the interval, so that a late run misses none) are dropped, with the list of what is on.
 */
async function refreshRunningEvents(ctx: Context): Promise<void> {
  const since = new Date(ctx.now.getTime() - 10 * 60_000).toISOString();
  const now = ctx.now.toISOString();
  const end = sql`coalesce(${events.endsAt}, ${events.startsAt} + interval '3 hours')`;
  const turned = await ctx.db
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        isNotNull(events.publishedAt),
        or(
          and(gt(events.startsAt, new Date(since)), lte(events.startsAt, ctx.now)),
          and(sql`${end} > ${since}::timestamptz`, sql`${end} <= ${now}::timestamptz`),
        ),
      ),
    )
    .limit(150);
  if (turned.length > 0) await dropPages(ctx, [UPCOMING, ...turned.map(({ id }) => eventTag(id))]);
}

/**
 * Forgets what has run out: sessions, accounts never confirmed, old mails, counters, pictures never used.
 * Also the list of what is on: "this week" means something else when a day has turned somewhere.
 */
async function sweep(ctx: Context): Promise<void> {
  await dropPages(ctx, [UPCOMING]);
  await sweepSessions(ctx);
  await sweepUnconfirmed(ctx);
  await sweepMails(ctx);
  await ctx.db.delete(rateLimits).where(lt(rateLimits.endsAt, ctx.now));
  await sweepIncoming(ctx);
}
