"use server";

import { paths } from "@/lib/core/paths";
import { deleteIdentityInput } from "@/lib/departure/input";
import { deleteIdentity } from "@/lib/identities/delete";
import { action } from "@/lib/web/action";
import { passwordAgain } from "@/lib/web/limits";

export const deleteIdentityAction = action(
  deleteIdentityInput,
  async (ctx, { actorId, ...proof }) => {
    await deleteIdentity(ctx, { actorId, proof });
    return { to: `${paths.myIdentities}?notice=identity_deleted` };
  },
  { as: "account", limit: passwordAgain },
);
