"use client";

import { actionForm } from "@/components/forms/action-form";

export const AnnouncementForm = actionForm(() =>
  import("@/lib/participation/announcements/input").then((input) => input.announcementInput),
);
