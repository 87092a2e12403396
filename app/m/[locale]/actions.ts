"use server";

import { cookies, headers } from "next/headers";
import { z } from "zod";
import { closeSession } from "@/lib/accounts/session";
import { paths } from "@/lib/core/paths";
import { switchInput } from "@/lib/identities/input";
import { actAs } from "@/lib/web/act-as";
import { action } from "@/lib/web/action";
import { forgetSessionCookie } from "@/lib/web/auth";
import { backPath } from "@/lib/web/back-path";
import { IDENTITY_COOKIE } from "@/lib/web/cookies";
import { currentViewer } from "@/lib/web/viewer";

/** From now on this browser acts as another identity of the account; the page stays. */
export const switchIdentityAction = action(switchInput, async (_ctx, { handle }) => {
  await actAs(handle);
  return { to: backPath(await headers()) };
});

export const signOutAction = action(z.object({}), async (ctx) => {
  const viewer = await currentViewer();
  if (viewer) await closeSession(ctx, viewer.session.id);
  await forgetSessionCookie({ redirect: false });
  (await cookies()).delete(IDENTITY_COOKIE);
  return { to: paths.front };
});
