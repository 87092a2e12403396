"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { signInInput } from "@/lib/accounts/input";
import { signInWithPassword } from "@/lib/accounts/sign-in";
import { safePath } from "@/lib/core/paths";
import { action } from "@/lib/web/action";
import { rememberSession } from "@/lib/web/auth";
import { countAttempt } from "@/lib/web/rate-limit";

/** By address of the sender for guessing at many accounts; by account for guessing from many addresses. */
const fromOneAddress = { name: "sign-in", max: 30, minutes: 15 };
const atOneAccount = { name: "sign-in account", max: 10, minutes: 15 };

export const signInAction = action(
  signInInput.extend({ back: z.string().optional() }),
  async (ctx, { back, ...input }) => {
    await countAttempt(ctx, atOneAccount, input.email);
    const userAgent = (await headers()).get("user-agent") ?? "";
    await rememberSession(await signInWithPassword(ctx, input, userAgent));
    return { to: safePath(back) };
  },
  { limit: fromOneAddress },
);
