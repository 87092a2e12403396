"use server";

import { revealInput } from "@/lib/moderation/input";
import { revealAccount } from "@/lib/moderation/reveal-account";
import { action } from "@/lib/web/action";

/** Not a page that one is led to: the answer to the form is the only place where it stands. */
export const revealAccountAction = action(
  revealInput,
  async (ctx, input) => {
    const { email, since, role, identities } = await revealAccount(ctx, input);
    return {
      answer: {
        email,
        since: since.toISOString(),
        role,
        identities: identities.map(({ name, handle }) => `${name} (@${handle})`),
      },
    };
  },
  { as: "account", limit: { name: "reveal account", max: 30, minutes: 60 } },
);
