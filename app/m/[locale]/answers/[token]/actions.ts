"use server";

import { answersPath } from "@/lib/core/participation-paths";
import { paths } from "@/lib/core/paths";
import { forgetByLink } from "@/lib/participation/by-mail/forget";
import { linkInput, linkReplyInput } from "@/lib/participation/by-mail/input";
import { acceptByLink, leaveByLink, replyByLink } from "@/lib/participation/by-mail/reply";
import { action } from "@/lib/web/action";
import { actsByLink } from "@/lib/web/limits";

const options = { limit: actsByLink };

export const replyByLinkAction = action(
  linkReplyInput,
  async (ctx, input) => {
    await replyByLink(ctx, input);
    return { to: noticed(input.token, "answer_changed") };
  },
  options,
);

export const acceptByLinkAction = action(
  linkInput,
  async (ctx, { token }) => {
    await acceptByLink(ctx, token);
    return { to: noticed(token, "place_taken") };
  },
  options,
);

export const leaveByLinkAction = action(
  linkInput,
  async (ctx, { token }) => {
    await leaveByLink(ctx, token);
    return { to: noticed(token, "answer_taken_back") };
  },
  options,
);

export const forgetByLinkAction = action(
  linkInput,
  async (ctx, { token }) => {
    await forgetByLink(ctx, token);
    return { to: paths.answersForgotten };
  },
  options,
);

function noticed(token: string, notice: string): string {
  return `${answersPath(token)}?notice=${notice}`;
}
