"use server";

import { cookies, headers } from "next/headers";
import { z } from "zod";
import { paths } from "@/lib/core/paths";
import { finishSignUp } from "@/lib/identities/finish-sign-up";
import { finishSignUpInput } from "@/lib/identities/input";
import { action } from "@/lib/web/action";
import { FINISH_COOKIE } from "@/lib/web/cookies";
import { enter } from "@/lib/web/enter";
import { countAttempt } from "@/lib/web/rate-limit";

const fromOneAddress = { name: "finish sign-up", max: 20, minutes: 60 };
/** Each try sends a mail to that address. */
const toOneMailbox = { name: "sign-up mail", max: 3, minutes: 60 };

/** Who it is stands behind the cookie, where nobody can type it. */
export const finishSignUpAction = action(
  finishSignUpInput.extend({ back: z.string().optional() }),
  async (ctx, { back, ...input }) => {
    if (input.email) await countAttempt(ctx, toOneMailbox, input.email);
    const jar = await cookies();
    const token = jar.get(FINISH_COOKIE)?.value ?? "";
    const userAgent = (await headers()).get("user-agent") ?? "";
    const finished = await finishSignUp(ctx, input, { token, userAgent });
    jar.delete(FINISH_COOKIE);
    if ("waitsFor" in finished) return { to: finished.waitsFor === "mail" ? paths.checkMail : paths.waiting };
    return enter(finished, back && back !== paths.front ? back : `${paths.welcome}?notice=welcome`);
  },
  { limit: fromOneAddress },
);
