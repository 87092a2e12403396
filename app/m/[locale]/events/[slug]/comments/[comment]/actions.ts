"use server";

import { deleteComment } from "@/lib/comments/delete";
import { editComment } from "@/lib/comments/edit";
import { getCommentEvent } from "@/lib/comments/held";
import { commentReference, revisedCommentInput } from "@/lib/comments/input";
import { pinComment, unpinComment } from "@/lib/comments/pin";
import { commentAnchor, eventPath } from "@/lib/core/paths";
import { action } from "@/lib/web/action";

/** As the author, whom the field `as` names. */
export const editCommentAction = action(
  revisedCommentInput,
  async (ctx, input) => {
    const { id, status, heldAt } = await editComment(ctx, input);
    const { slug } = await getCommentEvent(ctx.db, id);
    const waits = heldAt ? "comment_waits_for_moderators" : "comment_waits";
    return { to: commentAnchor(slug, id, status === "visible" ? "comment_edited" : waits) };
  },
  { limit: { name: "edit comment", max: 60, minutes: 60 } },
);

export const deleteCommentAction = action(commentReference, async (ctx, { commentId }) => {
  const { slug } = await getCommentEvent(ctx.db, commentId);
  await deleteComment(ctx, commentId);
  return { to: `${eventPath(slug)}?notice=comment_deleted#comments` };
});

export const pinCommentAction = action(commentReference, async (ctx, { commentId }) => {
  await pinComment(ctx, commentId);
  const { slug } = await getCommentEvent(ctx.db, commentId);
  return { to: commentAnchor(slug, commentId, "comment_pinned") };
});

export const unpinCommentAction = action(commentReference, async (ctx, { commentId }) => {
  await unpinComment(ctx, commentId);
  const { slug } = await getCommentEvent(ctx.db, commentId);
  return { to: commentAnchor(slug, commentId, "comment_unpinned") };
});
