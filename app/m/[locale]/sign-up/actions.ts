"use server";

import { paths } from "@/lib/core/paths";
import { signUpInput } from "@/lib/identities/input";
import { signUp } from "@/lib/identities/sign-up";
import { action } from "@/lib/web/action";
import { countAttempt } from "@/lib/web/rate-limit";

const fromOneAddress = { name: "sign-up", max: 10, minutes: 60 };
/** Each try sends a mail to that address. */
const toOneMailbox = { name: "sign-up mail", max: 3, minutes: 60 };

export const signUpAction = action(
  signUpInput,
  async (ctx, input) => {
    await countAttempt(ctx, toOneMailbox, input.email);
    await signUp(ctx, input);
    return { to: paths.checkMail };
  },
  { limit: fromOneAddress },
);
