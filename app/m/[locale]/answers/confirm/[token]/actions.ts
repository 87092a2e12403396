"use server";

import { confirmByMail } from "@/lib/participation/by-mail/confirm";
import { linkInput } from "@/lib/participation/by-mail/input";
import { answerPath } from "@/lib/participation/by-mail/link";
import { action } from "@/lib/web/action";

export const confirmAnswerAction = action(
  linkInput,
  async (ctx, { token }) => {
    const { id } = await confirmByMail(ctx, token);
    return { to: `${answerPath(id)}?notice=answer_confirmed` };
  },
  { limit: { name: "confirm answer", max: 60, minutes: 15 } },
);
