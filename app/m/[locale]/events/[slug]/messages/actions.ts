"use server";

import { messagesPath } from "@/lib/core/participation-paths";
import { getEvent } from "@/lib/events/queries";
import { cancelAnnouncement } from "@/lib/participation/announcements/cancel";
import { announcementInput, announcementReference } from "@/lib/participation/announcements/input";
import { writeAnnouncement } from "@/lib/participation/announcements/write";
import { action } from "@/lib/web/action";

/** Each goes to many mailboxes. */
export const writeAnnouncementAction = action(
  announcementInput,
  async (ctx, input) => {
    const announcement = await writeAnnouncement(ctx, input);
    const { slug } = await getEvent(ctx.db, input.eventId);
    return { to: `${messagesPath(slug)}?notice=${announcement.sentAt ? "message_sent" : "message_planned"}` };
  },
  { limit: { name: "write message", max: 20, minutes: 24 * 60 } },
);

export const cancelAnnouncementAction = action(announcementReference, async (ctx, { announcementId }) => {
  const { eventId } = await cancelAnnouncement(ctx, announcementId);
  const { slug } = await getEvent(ctx.db, eventId);
  return { to: `${messagesPath(slug)}?notice=message_taken_back` };
});
