import { eq } from "drizzle-orm";
import { announcements } from "@/db/schema/announcements";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict, notFound } from "@/lib/core/errors";
import { lockEvent } from "@/lib/events/lock";
import { canAnnounce } from "../policy";

/**
 * A host takes back what was to be sent later; repeating it is harmless. Answers of which event it was. Refuses with
 * `announcement_not_found` and `announcement_sent`.
 */
export function cancelAnnouncement(ctx: Context, announcementId: string): Promise<{ eventId: string }> {
  return inTransaction(ctx, async (tx) => {
    const { eventId } = await getAnnouncement(tx, announcementId);
    const event = await lockEvent(tx.db, eventId);
    authorize(canAnnounce(tx.actor, event));
    const announcement = await getAnnouncement(tx, announcementId);
    if (announcement.sentAt) throw conflict("announcement_sent");
    if (!announcement.cancelledAt)
      await tx.db
        .update(announcements)
        .set({ cancelledAt: tx.now })
        .where(eq(announcements.id, announcementId));
    return { eventId };
  });
}

async function getAnnouncement({ db }: Context, id: string) {
  const [found] = await db.select().from(announcements).where(eq(announcements.id, id));
  if (!found) throw notFound("announcement_not_found");
  return found;
}
