"use server";

import { getTranslations } from "next-intl/server";
import { dateText } from "@/lib/core/dates/date-text";
import { revealInput } from "@/lib/moderation/input";
import { revealAccount } from "@/lib/moderation/reveal-account";
import { action } from "@/lib/web/action";
import { currentViewer } from "@/lib/web/viewer";

/** Not a page that one is led to: the answer to the form is the only place where it stands. */
export const revealAccountAction = action(
  revealInput,
  async (ctx, input) => {
    const { email, since, role, identities } = await revealAccount(ctx, input);
    const { locale, zone } = (await currentViewer())!.session;
    const t = await getTranslations({ locale, namespace: "moderation.roles" });
    return {
      answer: {
        email,
        since: dateText(since, { zone, locale, style: "long", year: true }),
        role: t(role),
        identities: identities.map(({ name, handle }) => `${name} (@${handle})`),
      },
    };
  },
  { as: "account", limit: { name: "reveal account", max: 30, minutes: 60 } },
);
