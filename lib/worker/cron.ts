import { lt } from "drizzle-orm";
import { rateLimits } from "@/db/schema/rate-limits";
import { sweepUnconfirmed } from "@/lib/accounts/forget-unconfirmed";
import { sweepSessions } from "@/lib/accounts/session";
import type { Context } from "@/lib/core/context";
import { isDemo } from "@/lib/core/demo";
import { sweepKept } from "@/lib/core/short-lived";
import { wipeIfDue } from "@/lib/demo/wipe";
import { endModerated } from "@/lib/departure/end-moderated";
import { sweepDepartures } from "@/lib/departure/sweep";
import { sweepScheduled } from "@/lib/events/schedule";
import { indexMissing } from "@/lib/events/search/rebuild";
import { sweepUploads } from "@/lib/events/upload-picture";
import { askDueServers } from "@/lib/federation/ask-server";
import { sweepDeliveries } from "@/lib/federation/deliver/sweep";
import { refreshStale } from "@/lib/federation/import/refresh";
import { sweepRemote } from "@/lib/federation/import/sweep";
import { sweepActivities, sweepMarks } from "@/lib/federation/inbox/sweep";
import { sweepGone } from "@/lib/federation/outbox/identities";
import { sweepPreviews } from "@/lib/feeds/preview/keep";
import { verifyDueFields } from "@/lib/identities/fields-due";
import { sweepMails } from "@/lib/mail/sweep";
import { sweepIncoming } from "@/lib/media/sweep";
import { sweepAnnouncements } from "@/lib/participation/announcements/sweep";
import { sweepUnconfirmedAnswers } from "@/lib/participation/by-mail/forget";
import { forgetOver } from "@/lib/participation/forget-over";
import { sweepOffers } from "@/lib/participation/waitlist/sweep";

const lines = [
  "17 * * * * sweep",
  "41 4 * * * verify-due-fields",
  "23 * * * * ask-due-servers",
  "37 * * * * refresh-stale",
];

/** What time alone makes necessary. Schedules are UTC. */
export function crontab(): string {
  return [...lines, ...(isDemo() ? ["0 * * * * wipe-demo"] : [])].join("\n");
}

export const cronTasks: Record<string, (ctx: Context) => Promise<void>> = {
  sweep,
  "verify-due-fields": verifyDueFields,
  "ask-due-servers": askDueServers,
  "refresh-stale": refreshStale,
  "wipe-demo": wipeIfDue,
};

/**
 * Forgets what has run out: sessions, accounts never confirmed or whose grace is over, copies of data, old mails,
 * counters, pictures never used, previews drawn long ago, answers never confirmed, who took part in what is long over.
 */
async function sweep(ctx: Context): Promise<void> {
  await sweepSessions(ctx);
  await sweepUnconfirmed(ctx);
  await endModerated(ctx);
  await sweepDepartures(ctx);
  await sweepMails(ctx);
  await ctx.db.delete(rateLimits).where(lt(rateLimits.endsAt, ctx.now));
  await sweepUploads(ctx);
  await sweepIncoming(ctx);
  await sweepPreviews(ctx);
  await sweepKept(ctx);
  await sweepScheduled(ctx);
  await sweepAnnouncements(ctx);
  await sweepOffers(ctx);
  await sweepUnconfirmedAnswers(ctx);
  await forgetOver(ctx);
  await sweepActivities(ctx);
  await sweepMarks(ctx);
  await sweepDeliveries(ctx);
  await sweepGone(ctx);
  await sweepRemote(ctx);
  await indexMissing(ctx);
}
