"use server";

import { decidedPath } from "@/components/participation/decision-told";
import { conflict } from "@/lib/core/errors";
import {
  approveParticipation,
  approveParticipations,
  type Decided,
  rejectParticipation,
  rejectParticipations,
} from "@/lib/participation/decide";
import { decisionInput, decisionsInput, moveInput, undoInput } from "@/lib/participation/input";
import { undoDecisions } from "@/lib/participation/undo";
import { moveInLine } from "@/lib/participation/waitlist/move";
import { action } from "@/lib/web/action";

/** Each decision is mailed: whoever goes back and forth would fill a mailbox. A big event has hundreds. */
const limit = { name: "decide", max: 1000, minutes: 60 };

export const approveParticipationAction = action(
  decisionInput,
  async (ctx, { participationId, back }) => {
    const { status } = await approveParticipation(ctx, participationId);
    const notice = status === "approved" ? "participant_let_in" : "participant_put_in_line";
    return { to: decidedPath(back, { notice, decidedAt: ctx.now.getTime() }) };
  },
  { limit },
);

export const rejectParticipationAction = action(
  decisionInput,
  async (ctx, { participationId, reason, back }) => {
    await rejectParticipation(ctx, participationId, reason);
    return { to: decidedPath(back, { notice: "participant_refused", decidedAt: ctx.now.getTime() }) };
  },
  { limit },
);

export const decideParticipationsAction = action(
  decisionsInput,
  async (ctx, { eventId, decision, chosen, reason, back }) => {
    if (chosen.length === 0) throw conflict("nobody_chosen");
    const who = { eventId, participationIds: chosen };
    const decided =
      decision === "approve"
        ? await approveParticipations(ctx, who)
        : await rejectParticipations(ctx, { ...who, reason });
    const notice = "participants_decided";
    return { to: decidedPath(back, { notice, decidedAt: ctx.now.getTime(), told: counted(decided) }) };
  },
  { limit },
);

export const undoDecisionsAction = action(
  undoInput,
  async (ctx, { eventId, decidedAt, back }) => {
    const { restored, displaced } = await undoDecisions(ctx, { eventId, decidedAt });
    if (displaced.length > 0) return { to: decidedPath(back, { notice: "decision_undone_partly" }) };
    return { to: decidedPath(back, { notice: restored.length > 0 ? "decision_undone" : "nothing_to_undo" }) };
  },
  { limit },
);

export const moveInLineAction = action(moveInput, async (ctx, { participationId, position, back }) => {
  await moveInLine(ctx, { participationId, position });
  return { to: decidedPath(back, { notice: "participant_moved" }) };
});

function counted({ approved, waitlisted, rejected, full }: Decided) {
  return {
    approved: approved.length,
    waitlisted: waitlisted.length,
    rejected: rejected.length,
    full: full.length,
  };
}
