"use server";

import { cookies } from "next/headers";
import { env } from "@/lib/core/env";
import { paths } from "@/lib/core/paths";
import { createIdentity } from "@/lib/identities/create";
import { newIdentityInput } from "@/lib/identities/input";
import { action } from "@/lib/web/action";
import { choiceCookie, IDENTITY_COOKIE } from "@/lib/web/cookies";

/** Whoever makes a new identity wants to act as it. */
export const createIdentityAction = action(
  newIdentityInput,
  async (ctx, input) => {
    const { handle } = await createIdentity(ctx, input);
    (await cookies()).set(IDENTITY_COOKIE, handle, choiceCookie(env().ORIGIN));
    return { to: `${paths.myIdentities}?notice=identity_created` };
  },
  { as: "account", limit: { name: "create identity", max: 20, minutes: 60 } },
);
