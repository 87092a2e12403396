"use server";

import { AppError } from "@/lib/core/errors";
import { paths } from "@/lib/core/paths";
import { identityInput } from "@/lib/identities/input";
import { updateIdentity } from "@/lib/identities/update";
import { action } from "@/lib/web/action";

/** Counted, since every save makes this server ask the pages that it links to. */
export const updateIdentityAction = action(
  identityInput,
  async (ctx, input) => {
    if (ctx.actor.kind !== "identity") throw new AppError("unauthenticated", "sign_in_first");
    await updateIdentity(ctx, ctx.actor.actorId, input);
    return { to: `${paths.myIdentities}?notice=identity_saved` };
  },
  { limit: { name: "update identity", max: 60, minutes: 60 } },
);
