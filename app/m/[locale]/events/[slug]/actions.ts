"use server";

import { addComment } from "@/lib/comments/add";
import { approveComment, refuseComment } from "@/lib/comments/decide";
import { commentInput, commentReference } from "@/lib/comments/input";
import { canManageComments } from "@/lib/comments/policy";
import type { Context } from "@/lib/core/context";
import { commentAnchor, eventPath } from "@/lib/core/paths";
import { eventReference } from "@/lib/events/input";
import { getEvent } from "@/lib/events/queries";
import { replyInput } from "@/lib/participation/input";
import { leaveEvent } from "@/lib/participation/leave";
import { changeReply, replyToEvent } from "@/lib/participation/reply-to";
import { acceptOffer } from "@/lib/participation/waitlist/offer";
import { action } from "@/lib/web/action";
import { announcements } from "@/lib/web/limits";
import { countAttempt } from "@/lib/web/rate-limit";
import { answered, changed } from "@/lib/web/reply-outcome";

/** As the identity that the field `as` names, as all of these. */
export const replyAction = action(
  replyInput,
  async (ctx, reply) => answered(ctx, await replyToEvent(ctx, reply)),
  { limit: { name: "join", max: 30, minutes: 60 } },
);

export const changeParticipationAction = action(
  replyInput,
  async (ctx, reply) => changed(ctx, await changeReply(ctx, reply)),
  { limit: { name: "change answer", max: 60, minutes: 60 } },
);

export const acceptOfferAction = action(eventReference, async (ctx, { eventId }) =>
  answered(ctx, await acceptOffer(ctx, eventId)),
);

export const leaveEventAction = action(
  eventReference,
  async (ctx, { eventId }) => {
    await leaveEvent(ctx, eventId);
    const { slug } = await getEvent(ctx.db, eventId);
    return { to: `${eventPath(slug)}?notice=you_left` };
  },
  { limit: { name: "leave", max: 60, minutes: 60 } },
);

/** As the identity that the field `as` names, and counted for it alone: another of the same account is another. */
export const addCommentAction = action(
  commentInput,
  async (ctx, { eventId, inReplyToId, text, announcement }) => {
    if (announcement) await countAnnouncement(ctx, eventId);
    const comment = await addComment(ctx, { eventId, inReplyToId, text, announcement });
    const { slug } = await getEvent(ctx.db, eventId);
    const waits = comment.heldAt ? "comment_waits_for_moderators" : "comment_waits";
    const notice = comment.status === "visible" ? "comment_added" : waits;
    return { to: commentAnchor(slug, comment.id, notice) };
  },
  { limit: { name: "comment", max: 30, minutes: 60 } },
);

/** Only what would be mailed: else anybody could use up what hosts may announce. */
async function countAnnouncement(ctx: Context, eventId: string): Promise<void> {
  const isHost = canManageComments(ctx.actor, await getEvent(ctx.db, eventId));
  if (isHost) await countAttempt(ctx, announcements, eventId);
}

export const approveCommentAction = action(commentReference, async (ctx, { commentId }) => {
  const { eventId } = await approveComment(ctx, commentId);
  const { slug } = await getEvent(ctx.db, eventId);
  return { to: commentAnchor(slug, commentId, "comment_approved") };
});

export const refuseCommentAction = action(commentReference, async (ctx, { commentId }) => {
  const { eventId } = await refuseComment(ctx, commentId);
  const { slug } = await getEvent(ctx.db, eventId);
  return { to: `${eventPath(slug)}?notice=comment_refused_by_host#comments` };
});
