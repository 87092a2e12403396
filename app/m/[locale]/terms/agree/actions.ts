"use server";

import { z } from "zod";
import { agree } from "@/lib/accounts/agree";
import { safePath } from "@/lib/core/paths";
import { action } from "@/lib/web/action";

export const agreeAction = action(
  z.object({ since: z.string().max(40), back: z.string().max(2000).default("") }),
  async (ctx, { since, back }) => {
    await agree(ctx, since);
    return { to: safePath(back) };
  },
  { as: "account", beforeAgreeing: true },
);
