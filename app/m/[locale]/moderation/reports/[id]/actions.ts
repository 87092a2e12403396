"use server";

import { limitReported, unlimitReported } from "@/lib/moderation/acts/limit";
import { lockAccount, openAccount } from "@/lib/moderation/acts/lock-account";
import { putReportedBack, removeReported } from "@/lib/moderation/acts/remove";
import { suspendReported, unsuspendReported } from "@/lib/moderation/acts/suspend";
import { warnReported } from "@/lib/moderation/acts/warn";
import { releaseCase, takeCase } from "@/lib/moderation/cases/assign";
import { closeCase, reopenCase } from "@/lib/moderation/cases/close";
import { addNote } from "@/lib/moderation/cases/note";
import {
  answerInput,
  caseInput,
  decisionInput,
  lockInput,
  noteInput,
  suspensionInput,
} from "@/lib/moderation/input";
import { deciding, reasoned } from "@/lib/web/deciding";

export const takeCaseAction = deciding(caseInput, (ctx, { caseId }) => takeCase(ctx, caseId), "case_taken");
export const releaseCaseAction = deciding(
  caseInput,
  (ctx, { caseId }) => releaseCase(ctx, caseId),
  "case_released",
);
export const addNoteAction = deciding(noteInput, addNote, "note_added");
export const removeReportedAction = reasoned(decisionInput, removeReported, "thing_removed");
export const putReportedBackAction = reasoned(decisionInput, putReportedBack, "thing_put_back");
export const warnReportedAction = reasoned(decisionInput, warnReported, "warning_sent");
export const limitReportedAction = reasoned(decisionInput, limitReported, "identity_limited");
export const unlimitReportedAction = reasoned(decisionInput, unlimitReported, "identity_unlimited");
export const suspendReportedAction = reasoned(suspensionInput, suspendReported, "identity_hidden");
export const unsuspendReportedAction = reasoned(decisionInput, unsuspendReported, "identity_back");
export const lockAccountAction = reasoned(lockInput, lockAccount, "account_locked");
export const openAccountAction = reasoned(decisionInput, openAccount, "account_opened");
export const closeCaseAction = deciding(answerInput, closeCase, "case_closed_now");
export const reopenCaseAction = deciding(
  caseInput,
  (ctx, { caseId }) => reopenCase(ctx, caseId),
  "case_reopened",
);
