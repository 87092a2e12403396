"use server";

import { paths } from "@/lib/core/paths";
import { switchInput } from "@/lib/identities/input";
import { actAs } from "@/lib/web/act-as";
import { action } from "@/lib/web/action";

export const actAsAction = action(switchInput, async (_ctx, { handle }) => {
  await actAs(handle);
  return { to: paths.myIdentities };
});
