"use server";

import { inTransaction } from "@/lib/core/context";
import { paths } from "@/lib/core/paths";
import { signUpInput } from "@/lib/identities/input";
import { signUp } from "@/lib/identities/sign-up";
import { action } from "@/lib/web/action";
import { countAttempt } from "@/lib/web/rate-limit";
import { signUpFormFields, spendForm } from "@/lib/web/sign-up-form";

const fromOneAddress = { name: "sign-up", max: 30, minutes: 60 };
/** Each sign-up sends a mail to that address; what is refused sends none and does not count. */
const toOneMailbox = { name: "sign-up mail", max: 3, minutes: 60 };

export const signUpAction = action(
  signUpInput.extend(signUpFormFields),
  async (ctx, { homepage, challenge, solution, ...input }) => {
    if (homepage) return { to: paths.checkMail };
    await inTransaction(ctx, async (tx) => {
      await spendForm(tx, { challenge, solution });
      await countAttempt(tx, toOneMailbox, input.email);
      await signUp(tx, input);
    });
    return { to: paths.checkMail };
  },
  { limit: fromOneAddress },
);
