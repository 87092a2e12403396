"use server";

import { headers } from "next/headers";
import { confirmAccount } from "@/lib/accounts/confirm";
import { tokenInput } from "@/lib/accounts/input";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/web/action";
import { enter } from "@/lib/web/enter";

export const confirmAction = action(
  tokenInput,
  async (ctx, { token }) => {
    const userAgent = (await headers()).get("user-agent") ?? "";
    return enter(await confirmAccount(ctx, token, userAgent), `${paths.front}?notice=welcome`);
  },
  { limit: { name: "confirm", max: 30, minutes: 15 } },
);
