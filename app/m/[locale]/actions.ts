"use server";

import { cookies, headers } from "next/headers";
import { z } from "zod";
import { closeSession } from "@/lib/accounts/session";
import { env } from "@/lib/core/env";
import { paths } from "@/lib/core/paths";
import { switchInput } from "@/lib/identities/input";
import { action, quietly } from "@/lib/web/action";
import { forgetSessionCookie } from "@/lib/web/auth";
import { backPath } from "@/lib/web/back-path";
import { requestContext } from "@/lib/web/context";
import { choiceCookie, IDENTITY_COOKIE } from "@/lib/web/cookies";
import { currentViewer } from "@/lib/web/viewer";

/** From now on this browser acts as another identity of the account; the page stays. */
export const switchIdentityAction = quietly(
  action(switchInput, async (_ctx, { handle }) => {
    await requestContext(handle);
    (await cookies()).set(IDENTITY_COOKIE, handle, choiceCookie(env().ORIGIN));
    return { to: backPath(await headers()) };
  }),
);

export const signOutAction = quietly(
  action(z.object({}), async (ctx) => {
    const viewer = await currentViewer();
    if (viewer) await closeSession(ctx, viewer.session.id);
    await forgetSessionCookie({ redirect: false });
    (await cookies()).delete(IDENTITY_COOKIE);
    return { to: paths.front };
  }),
);
