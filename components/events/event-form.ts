"use client";

import { actionForm } from "@/components/forms/action-form";

export const EventForm = actionForm(() => import("@/lib/events/input").then((input) => input.eventInput));
