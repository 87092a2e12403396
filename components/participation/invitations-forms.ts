"use client";

import { actionForm } from "@/components/forms/action-form";

export const InviteForm = actionForm(() =>
  import("@/lib/participation/invitations/input").then((input) => input.inviteInput),
);
