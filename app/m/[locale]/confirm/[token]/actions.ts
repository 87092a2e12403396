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
    const admission = await confirmAccount(ctx, token, userAgent);
    return admission ? enter(admission, `${paths.welcome}?notice=welcome`) : { to: paths.waiting };
  },
  { limit: { name: "confirm", max: 30, minutes: 15 } },
);
