"use client";

import { actionForm } from "@/components/forms/action-form";

export const RevealForm = actionForm(() =>
  import("@/lib/moderation/input").then((input) => input.revealInput),
);
