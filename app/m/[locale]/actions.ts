"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { paths } from "@/lib/core/paths";
import { switchInput } from "@/lib/identities/input";
import { actAs } from "@/lib/web/act-as";
import { action } from "@/lib/web/action";
import { forgetSession } from "@/lib/web/auth";
import { backPath } from "@/lib/web/back-path";

/** From now on this browser acts as another identity of the account; the page stays. */
export const switchIdentityAction = action(switchInput, async (_ctx, { handle }) => {
  await actAs(handle);
  return { to: backPath(await headers()) };
});

export const signOutAction = action(z.object({}), async () => {
  await forgetSession();
  return { to: paths.front };
});
