"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { signInInput } from "@/lib/accounts/input";
import { signInWithPassword } from "@/lib/accounts/sign-in";
import { action } from "@/lib/web/action";
import { enter } from "@/lib/web/enter";
import { countAttempt } from "@/lib/web/rate-limit";

/** By address of the sender for guessing at many accounts; by account for guessing from many addresses. */
const fromOneAddress = { name: "sign-in", max: 30, minutes: 15 };
const atOneAccount = { name: "sign-in account", max: 10, minutes: 15 };

export const signInAction = action(
  signInInput.extend({ back: z.string().optional() }),
  async (ctx, { back, ...input }) => {
    await countAttempt(ctx, atOneAccount, input.email);
    const userAgent = (await headers()).get("user-agent") ?? "";
    return enter(await signInWithPassword(ctx, input, userAgent), back);
  },
  { limit: fromOneAddress },
);
