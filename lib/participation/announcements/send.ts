import { and, eq, inArray, sql } from "drizzle-orm";
import { type Announcement, announcementRecipients, announcements } from "@/db/schema/announcements";
import type { Event } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { type Context, inTransaction } from "@/lib/core/context";
import { lockEvenDeleted } from "@/lib/events/lock";
import { record } from "@/lib/journal/record";
import { canAnnounce } from "../policy";

/**
 * The job `send-announcement`: sends what was written for this time. It is taken back instead when the event was called
 * off meanwhile, or whoever wrote it hosts it no more. Harmless when it was sent or taken back, and when the event is
 * deleted: should that be undone, the next sweep finds it.
 */
export function sendDue(ctx: Context, announcementId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const [found] = await tx.db.select().from(announcements).where(eq(announcements.id, announcementId));
    if (!found) return;
    const event = await lockEvenDeleted(tx.db, found.eventId);
    const [due] = await tx.db.select().from(announcements).where(eq(announcements.id, announcementId));
    if (!due || event.deletedAt || due.sentAt || due.cancelledAt || due.sendAt > tx.now) return;
    if (mayGoOut(due, event)) await send(tx, due);
    else await tx.db.update(announcements).set({ cancelledAt: tx.now }).where(eq(announcements.id, due.id));
  });
}

function mayGoOut({ authorId }: Announcement, event: Event): boolean {
  if (authorId === null || event.status === "cancelled") return false;
  return canAnnounce({ kind: "identity", actorId: authorId }, event);
}

/** Settles who is told, and lets everybody hear of it who carries it there. The event's row is locked. */
export async function send(
  tx: Context,
  { id, eventId, statuses, authorId }: Announcement,
): Promise<Announcement> {
  await tx.db.insert(announcementRecipients).select(
    tx.db
      .select({
        announcementId: sql<string>`${id}::uuid`.as("announcement_id"),
        participationId: participations.id,
      })
      .from(participations)
      .where(and(eq(participations.eventId, eventId), inArray(participations.status, statuses))),
  );
  const [sent] = await tx.db
    .update(announcements)
    .set({ sentAt: tx.now })
    .where(eq(announcements.id, id))
    .returning();
  const author: Context = authorId ? { ...tx, actor: { kind: "identity", actorId: authorId } } : tx;
  await record(author, { kind: "announcement.sent", eventId, announcementId: id });
  return sent!;
}
