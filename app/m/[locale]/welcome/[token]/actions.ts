"use server";

import { headers } from "next/headers";
import { paths } from "@/lib/core/paths";
import { welcomeInput } from "@/lib/identities/input";
import { welcomeAdministrator } from "@/lib/identities/sign-up";
import { action } from "@/lib/web/action";
import { rememberSession } from "@/lib/web/auth";

export const welcomeAction = action(
  welcomeInput,
  async (ctx, input) => {
    const userAgent = (await headers()).get("user-agent") ?? "";
    await rememberSession(await welcomeAdministrator(ctx, input, userAgent));
    return { to: `${paths.welcome}?notice=welcome` };
  },
  { limit: { name: "welcome", max: 20, minutes: 15 } },
);
