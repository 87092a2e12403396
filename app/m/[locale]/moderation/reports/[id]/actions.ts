"use server";

import type { z } from "zod";
import type { Context } from "@/lib/core/context";
import { casePath } from "@/lib/core/moderation-paths";
import { limitReported, unlimitReported } from "@/lib/moderation/acts/limit";
import { lockAccount, openAccount } from "@/lib/moderation/acts/lock-account";
import { putReportedBack, removeReported } from "@/lib/moderation/acts/remove";
import { suspendReported, unsuspendReported } from "@/lib/moderation/acts/suspend";
import { warnReported } from "@/lib/moderation/acts/warn";
import { releaseCase, takeCase } from "@/lib/moderation/cases/assign";
import { closeCase, reopenCase } from "@/lib/moderation/cases/close";
import { addNote } from "@/lib/moderation/cases/note";
import { answerInput, caseInput, decisionInput, noteInput, suspensionInput } from "@/lib/moderation/input";
import { action } from "@/lib/web/action";

/** What all decisions about a case have in common: made as the account, and back to the case. */
function deciding<S extends z.ZodType<{ caseId: string }>>(
  schema: S,
  decide: (ctx: Context, input: z.output<S>) => Promise<void>,
  notice: string,
) {
  return action(
    schema,
    async (ctx, input) => {
      await decide(ctx, input);
      return { to: `${casePath(input.caseId)}?notice=${notice}` };
    },
    { as: "account" },
  );
}

export const takeCaseAction = deciding(caseInput, (ctx, { caseId }) => takeCase(ctx, caseId), "case_taken");
export const releaseCaseAction = deciding(
  caseInput,
  (ctx, { caseId }) => releaseCase(ctx, caseId),
  "case_released",
);
export const addNoteAction = deciding(noteInput, addNote, "note_added");
export const removeReportedAction = deciding(decisionInput, removeReported, "thing_removed");
export const putReportedBackAction = deciding(decisionInput, putReportedBack, "thing_put_back");
export const warnReportedAction = deciding(decisionInput, warnReported, "warning_sent");
export const limitReportedAction = deciding(decisionInput, limitReported, "identity_limited");
export const unlimitReportedAction = deciding(decisionInput, unlimitReported, "identity_unlimited");
export const suspendReportedAction = deciding(suspensionInput, suspendReported, "identity_hidden");
export const unsuspendReportedAction = deciding(decisionInput, unsuspendReported, "identity_back");
export const lockAccountAction = deciding(decisionInput, lockAccount, "account_locked");
export const openAccountAction = deciding(decisionInput, openAccount, "account_opened");
export const closeCaseAction = deciding(answerInput, closeCase, "case_closed_now");
export const reopenCaseAction = deciding(
  caseInput,
  (ctx, { caseId }) => reopenCase(ctx, caseId),
  "case_reopened",
);
