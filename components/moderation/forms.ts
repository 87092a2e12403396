"use client";

import { actionForm } from "@/components/forms/action-form";

export const RevealForm = actionForm(() =>
  import("@/lib/moderation/input").then((input) => input.revealInput),
);
export const ReportedForm = actionForm(() =>
  import("@/lib/moderation/input").then((input) => input.reportInput),
);
export const DecisionForm = actionForm(() =>
  import("@/lib/moderation/input").then((input) => input.decisionInput),
);
export const NoteForm = actionForm(() => import("@/lib/moderation/input").then((input) => input.noteInput));
export const SafetyForm = actionForm(() => import("@/lib/safety/input").then((input) => input.safetyInput));
export const WordRuleForm = actionForm(() =>
  import("@/lib/safety/input").then((input) => input.wordRuleInput),
);
export const TemplateForm = actionForm(() =>
  import("@/lib/safety/input").then((input) => input.templateInput),
);
