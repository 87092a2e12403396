"use client";

import { actionForm } from "@/components/forms/action-form";

export const InviteHostForm = actionForm(() =>
  import("@/lib/events/hosts/input").then((input) => input.inviteHostInput),
);
