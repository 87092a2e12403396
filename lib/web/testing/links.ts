import { accountTokens } from "@/db/schema/accounts";
import { createAccount, createIdentity, createParticipation } from "@/db/testing/factories";
import { confirmNewEmail } from "@/lib/accounts/change-email";
import { confirmAccount } from "@/lib/accounts/confirm";
import { keepAccountByLink } from "@/lib/accounts/leaving";
import { resetPassword } from "@/lib/accounts/reset-password";
import { finishSignIn } from "@/lib/accounts/second-factor/sign-in";
import { issueToken } from "@/lib/accounts/token";
import type { Context } from "@/lib/core/context";
import { finishSignUp } from "@/lib/identities/finish-sign-up";
import { welcomeAdministrator } from "@/lib/identities/sign-up";
import { subscribe, unsubscribeLinks } from "@/lib/notifications/unsubscribe";
import { confirmByMail } from "@/lib/participation/by-mail/confirm";
import { forgetByLink } from "@/lib/participation/by-mail/forget";
import { answerPath, confirmPath } from "@/lib/participation/by-mail/link";
import { acceptByLink, leaveByLink, replyByLink } from "@/lib/participation/by-mail/reply";
import type { Scene } from "./scene";

const userAgent = "A browser";
const newcomer = { name: "Eve", handle: "eve", zone: "UTC", locale: "en" } as const;
const password = "a password of somebody else";
const coming = {
  answer: "going",
  message: "",
  adults: 0,
  children: 0,
  isHidden: false,
  answers: {},
} as const;

type Opened = { for: string; open: (ctx: Context, token: string, scene: Scene) => Promise<unknown> };

/** What links open that are mailed, by their action: `for` is the purpose of those that do. */
export const linked: Record<string, Opened> = {
  keepAccountByLinkAction: { for: "keep_account", open: keepAccountByLink },
  resetPasswordAction: {
    for: "reset_password",
    open: (ctx, token) => resetPassword(ctx, { token, newPassword: password }),
  },
  confirmEmailAction: { for: "change_email", open: confirmNewEmail },
  confirmAction: { for: "confirm", open: (ctx, token) => confirmAccount(ctx, token, userAgent) },
  welcomeAction: {
    for: "welcome",
    open: (ctx, token) =>
      welcomeAdministrator(ctx, { ...newcomer, token, email: "eve@example.org", password }, userAgent),
  },
  finishSignInAction: {
    for: "second_step",
    open: (ctx, token) => finishSignIn(ctx, { token, code: "000000", userAgent }),
  },
  finishSignUpAction: {
    for: "finish_sign_up",
    open: (ctx, token) =>
      finishSignUp(ctx, { ...newcomer, terms: true, application: "" }, { token, userAgent }),
  },
  confirmAnswerAction: { for: "confirm_answer", open: confirmByMail },
  replyByLinkAction: {
    for: "answer",
    open: (ctx, token, { event }) => replyByLink(ctx, { ...coming, token, eventId: event.id }),
  },
  acceptByLinkAction: { for: "answer", open: acceptByLink },
  leaveByLinkAction: { for: "answer", open: leaveByLink },
  forgetByLinkAction: { for: "answer", open: forgetByLink },
  unsubscribeAction: { for: "unsubscribe", open: (ctx, token) => subscribe(ctx, token, false) },
  resubscribeAction: { for: "unsubscribe", open: (ctx, token) => subscribe(ctx, token, true) },
};

/** A real link of every purpose, all of somebody else; and an id, which opens nothing. */
export async function linksOfAnother(ctx: Context, { event }: Scene): Promise<Record<string, string>> {
  const account = await createAccount(ctx.db, { newEmail: "new@example.org" });
  const { id: actorId } = await createIdentity(ctx.db, { account });
  const links: Record<string, string> = { "": account.id };
  for (const kind of accountTokens.kind.enumValues) {
    const data = { email: "new@example.org" };
    links[kind] = await issueToken(ctx, { kind, accountId: account.id, hours: 1, data });
  }
  const one = { email: "grace@example.net" };
  const unconfirmed = await createParticipation(ctx.db, event, { ...one, status: "unconfirmed" });
  const offered = await createParticipation(ctx.db, event, { email: "hal@example.net", status: "offered" });
  return {
    ...links,
    confirm_answer: lastOf(confirmPath(unconfirmed.id)),
    answer: lastOf(answerPath(offered.id)),
    unsubscribe: lastOf(unsubscribeLinks(actorId, "comments").page),
  };
}

function lastOf(path: string): string {
  return decodeURIComponent(path.split("/").at(-1)!);
}
