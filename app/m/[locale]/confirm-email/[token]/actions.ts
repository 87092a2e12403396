"use server";

import { confirmNewEmail } from "@/lib/accounts/change-email";
import { tokenInput } from "@/lib/accounts/input";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/web/action";
import { currentViewer } from "@/lib/web/viewer";

/** The link may be opened where nobody is signed in, or somebody else is. */
export const confirmEmailAction = action(
  tokenInput,
  async (ctx, { token }) => {
    const accountId = await confirmNewEmail(ctx, token);
    const isHere = (await currentViewer())?.session.accountId === accountId;
    return { to: `${isHere ? paths.security : paths.signIn}?notice=email_changed` };
  },
  { limit: { name: "confirm", max: 30, minutes: 15 } },
);
