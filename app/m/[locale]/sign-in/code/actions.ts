"use server";

import { cookies, headers } from "next/headers";
import { z } from "zod";
import { codeInput } from "@/lib/accounts/input";
import { finishSignIn, whoIsAsked } from "@/lib/accounts/second-factor/sign-in";
import { action } from "@/lib/web/action";
import { countingCodes } from "@/lib/web/code-tries";
import { SECOND_STEP_COOKIE } from "@/lib/web/cookies";
import { enter } from "@/lib/web/enter";

/** By address of the sender; tries at one account are counted apart, for all senders together. */
const fromOneAddress = { name: "second step", max: 60, minutes: 15 };

export const finishSignInAction = action(
  codeInput.extend({ back: z.string().optional() }),
  async (ctx, { code, back }) => {
    const token = (await cookies()).get(SECOND_STEP_COOKIE)?.value ?? "";
    const userAgent = (await headers()).get("user-agent") ?? "";
    const accountId = await whoIsAsked(ctx, token);
    const finish = () => finishSignIn(ctx, { token, code, userAgent });
    return enter({ sessionId: await countingCodes(ctx, { accountId, code }, finish) }, back);
  },
  { limit: fromOneAddress },
);
