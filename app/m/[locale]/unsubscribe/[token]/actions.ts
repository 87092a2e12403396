"use server";

import { unsubscribePath } from "@/lib/core/paths";
import { unsubscribeInput } from "@/lib/notifications/input";
import { subscribe } from "@/lib/notifications/unsubscribe";
import { action } from "@/lib/web/action";

const limit = { name: "unsubscribe", max: 60, minutes: 15 };

export const unsubscribeAction = action(
  unsubscribeInput,
  async (ctx, { token }) => {
    await subscribe(ctx, token, false);
    return { to: unsubscribePath(token) };
  },
  { limit },
);

export const resubscribeAction = action(
  unsubscribeInput,
  async (ctx, { token }) => {
    await subscribe(ctx, token, true);
    return { to: unsubscribePath(token) };
  },
  { limit },
);
