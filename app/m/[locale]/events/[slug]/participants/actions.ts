"use server";

import { safePath } from "@/lib/core/paths";
import { approveParticipation, rejectParticipation } from "@/lib/participation/decide";
import { decisionInput } from "@/lib/participation/input";
import { action } from "@/lib/web/action";

export const approveParticipationAction = action(decisionInput, async (ctx, { participationId, back }) => {
  await approveParticipation(ctx, participationId);
  return { to: withNotice(back, "participant_let_in") };
});

export const rejectParticipationAction = action(decisionInput, async (ctx, { participationId, back }) => {
  await rejectParticipation(ctx, participationId);
  return { to: withNotice(back, "participant_refused") };
});

function withNotice(back: string, notice: string): string {
  const [path = "", anchor] = safePath(back).split("#");
  const query = `${path.includes("?") ? "&" : "?"}notice=${notice}`;
  return path + query + (anchor ? `#${anchor}` : "");
}
