"use server";

import { followIdentity, unfollowIdentity } from "@/lib/events/follow";
import { followInput } from "@/lib/identities/input";
import { action } from "@/lib/web/action";

export const followIdentityAction = action(
  followInput,
  async (ctx, input) => {
    await followIdentity(ctx, input);
  },
  { limit: { name: "follow", max: 200, minutes: 60 } },
);

export const unfollowIdentityAction = action(followInput, async (ctx, input) => {
  await unfollowIdentity(ctx, input);
});
