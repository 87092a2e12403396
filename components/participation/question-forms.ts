"use client";

import { actionForm } from "@/components/forms/action-form";

export const QuestionForm = actionForm(() =>
  import("@/lib/participation/questions/input").then((input) => input.questionInput),
);
