"use client";

import { actionForm } from "@/components/forms/action-form";

export const RegisterForm = actionForm(() =>
  import("@/lib/participation/by-mail/input").then((input) => input.registerInput),
);
export const LinkReplyForm = actionForm(() =>
  import("@/lib/participation/by-mail/input").then((input) => input.linkReplyInput),
);
