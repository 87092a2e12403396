"use server";

import { paths } from "@/lib/core/paths";
import { endIdentityAndEvents } from "@/lib/departure/delete-identity";
import { deleteIdentityInput } from "@/lib/departure/input";
import { action } from "@/lib/web/action";
import { passwordAgain } from "@/lib/web/limits";

export const deleteIdentityAction = action(
  deleteIdentityInput,
  async (ctx, { actorId, endings, ...proof }) => {
    await endIdentityAndEvents(ctx, { actorId, endings, proof });
    return { to: `${paths.myIdentities}?notice=identity_deleted` };
  },
  { as: "account", limit: passwordAgain, beforeAgreeing: true },
);
