"use server";

import { paths } from "@/lib/core/paths";
import { blockIdentity, muteIdentity } from "@/lib/events/block";
import { followInput } from "@/lib/identities/input";
import { action } from "@/lib/web/action";

export const blockIdentityAction = action(followInput, async (ctx, input) => {
  await blockIdentity(ctx, input);
  return { to: `${paths.blocks}?notice=identity_blocked` };
});

export const muteIdentityAction = action(followInput, async (ctx, input) => {
  await muteIdentity(ctx, input);
  return { to: `${paths.blocks}?notice=identity_muted` };
});
