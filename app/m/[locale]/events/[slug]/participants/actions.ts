"use server";

import { safePath } from "@/lib/core/paths";
import { approveParticipation, rejectParticipation } from "@/lib/participation/decide";
import { decisionInput } from "@/lib/participation/input";
import { action } from "@/lib/web/action";

/** Each decision is mailed: whoever goes back and forth would fill a mailbox. A big event has hundreds. */
const limit = { name: "decide", max: 1000, minutes: 60 };

export const approveParticipationAction = action(
  decisionInput,
  async (ctx, { participationId, back }) => {
    await approveParticipation(ctx, participationId);
    return { to: withNotice(back, "participant_let_in") };
  },
  { limit },
);

export const rejectParticipationAction = action(
  decisionInput,
  async (ctx, { participationId, back }) => {
    await rejectParticipation(ctx, participationId);
    return { to: withNotice(back, "participant_refused") };
  },
  { limit },
);

function withNotice(back: string, notice: string): string {
  const [path = "", anchor] = safePath(back).split("#");
  const query = `${path.includes("?") ? "&" : "?"}notice=${notice}`;
  return path + query + (anchor ? `#${anchor}` : "");
}
