"use server";

import { conflict } from "@/lib/core/errors";
import { paths } from "@/lib/core/paths";
import { waitingInput } from "@/lib/moderation/input";
import { wordedReason } from "@/lib/moderation/templates";
import { letAllThrough, turnAllBack } from "@/lib/moderation/waiting/decide";
import { action } from "@/lib/web/action";

export const decideWaitingAction = action(
  waitingInput,
  async (ctx, { chosen, act, ...words }) => {
    if (chosen.length === 0) throw conflict("nothing_chosen");
    if (act === "through") await letAllThrough(ctx, chosen);
    else await turnAllBack(ctx, chosen, await wordedReason(ctx, words));
    const notice = act === "through" ? "waiting_let_through" : "waiting_turned_back";
    return { to: `${paths.heldBack}?notice=${notice}` };
  },
  { as: "account" },
);
