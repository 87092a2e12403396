"use server";

import { paths } from "@/lib/core/paths";
import { unfollowIdentity } from "@/lib/events/follow";
import { followInput } from "@/lib/identities/input";
import { action } from "@/lib/web/action";

export const unfollowIdentityAction = action(followInput, async (ctx, input) => {
  await unfollowIdentity(ctx, input);
  return { to: `${paths.follows}?notice=unfollowed` };
});
