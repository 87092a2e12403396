"use client";

import { actionForm } from "@/components/forms/action-form";

export const JoinForm = actionForm(() =>
  import("@/lib/participation/input").then((input) => input.replyInput),
);
