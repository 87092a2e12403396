"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { signInInput } from "@/lib/accounts/input";
import { signInWithPassword } from "@/lib/accounts/sign-in";
import { action } from "@/lib/web/action";
import { enter } from "@/lib/web/enter";
import { countSignIn } from "@/lib/web/sign-in-limits";

export const signInAction = action(
  signInInput.extend({ back: z.string().optional() }),
  async (ctx, { back, ...input }) => {
    await countSignIn(ctx, input.email);
    const userAgent = (await headers()).get("user-agent") ?? "";
    return enter(await signInWithPassword(ctx, input, userAgent), back);
  },
);
