"use server";

import { cookies } from "next/headers";
import { env } from "@/lib/core/env";
import { paths } from "@/lib/core/paths";
import { switchInput } from "@/lib/identities/input";
import { action, quietly } from "@/lib/web/action";
import { requestContext } from "@/lib/web/context";
import { choiceCookie, IDENTITY_COOKIE } from "@/lib/web/cookies";

export const actAsAction = quietly(
  action(switchInput, async (_ctx, { handle }) => {
    await requestContext(handle);
    (await cookies()).set(IDENTITY_COOKIE, handle, choiceCookie(env().ORIGIN));
    return { to: paths.myIdentities };
  }),
);
