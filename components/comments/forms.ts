"use client";

import { actionForm } from "@/components/forms/action-form";

export const CommentForm = actionForm(() =>
  import("@/lib/comments/input").then((input) => input.commentInput),
);

export const RevisedCommentForm = actionForm(() =>
  import("@/lib/comments/input").then((input) => input.revisedCommentInput),
);
