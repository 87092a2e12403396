"use server";

import { paths } from "@/lib/core/paths";
import { unblockIdentity } from "@/lib/events/block";
import { followInput } from "@/lib/identities/input";
import { action } from "@/lib/web/action";

export const unblockIdentityAction = action(followInput, async (ctx, input) => {
  await unblockIdentity(ctx, input);
  return { to: `${paths.blocks}?notice=identity_unblocked` };
});
