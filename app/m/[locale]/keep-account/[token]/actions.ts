"use server";

import { tokenInput } from "@/lib/accounts/input";
import { keepAccountByLink } from "@/lib/accounts/leaving";
import { keepAccountPath } from "@/lib/core/paths";
import { action } from "@/lib/web/action";

export const keepAccountByLinkAction = action(
  tokenInput,
  async (ctx, { token }) => {
    await keepAccountByLink(ctx, token);
    return { to: keepAccountPath() };
  },
  { limit: { name: "keep account", max: 30, minutes: 15 } },
);
