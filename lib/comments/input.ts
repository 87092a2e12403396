import * as z from "zod";

const text = z.string().trim().min(1, "comment_missing").max(5000, "comment_too_long");

const commentId = z.uuid();

export const commentInput = z.object({
  eventId: z.uuid(),
  /** The comment that it answers; empty: the event. */
  inReplyToId: z
    .union([z.uuid(), z.literal("")])
    .optional()
    .transform((id) => id || undefined),
  text,
  announcement: z.literal("on").optional().transform(Boolean),
});

export const revisedCommentInput = z.object({ commentId, text });

export const commentReference = z.object({ commentId });

/** Which part of the comments `?comments=` means: a page by its number, or the one with a certain comment. */
export const commentsAsked = z.union([z.uuid(), z.coerce.number().int().min(1).max(9999)]).catch(1);
