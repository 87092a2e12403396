import { and, isNull, lt } from "drizzle-orm";
import { announcements } from "@/db/schema/announcements";
import type { Context } from "@/lib/core/context";
import { sendLater } from "./write";

/** From time to time: sends what a job that was given up, or that met a deleted event, has left. */
export async function sweepAnnouncements(ctx: Context): Promise<void> {
  const late = new Date(ctx.now.getTime() - 5 * 60_000);
  const rows = await ctx.db
    .select({ id: announcements.id, sendAt: announcements.sendAt })
    .from(announcements)
    .where(
      and(isNull(announcements.sentAt), isNull(announcements.cancelledAt), lt(announcements.sendAt, late)),
    );
  for (const row of rows) await sendLater(ctx, row);
}
