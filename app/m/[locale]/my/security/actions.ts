"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { askNewEmail, takeBackNewEmail } from "@/lib/accounts/change-email";
import { changePassword } from "@/lib/accounts/change-password";
import { getOwnCredentials } from "@/lib/accounts/credentials";
import { signOutDevice, signOutOtherDevices } from "@/lib/accounts/devices";
import { changeEmailInput, changePasswordInput, deviceInput } from "@/lib/accounts/input";
import { askPasswordReset } from "@/lib/accounts/reset-password";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/web/action";
import { rememberSession } from "@/lib/web/auth";
import { askedMails, countAskedMail, newEmails, passwordAgain } from "@/lib/web/limits";
import { countAttempt } from "@/lib/web/rate-limit";
import { cookieSessionId } from "@/lib/web/viewer";

export const changePasswordAction = action(
  changePasswordInput,
  async (ctx, input) => {
    const userAgent = (await headers()).get("user-agent") ?? "";
    await rememberSession(await changePassword(ctx, input, userAgent));
    return back("password_changed");
  },
  { as: "account", limit: passwordAgain },
);

/** For accounts that sign in elsewhere: the way to a first password goes through the mailbox. */
export const mailPasswordLinkAction = action(
  z.object({}),
  async (ctx) => {
    const { email } = await getOwnCredentials(ctx);
    await countAskedMail(ctx, "password reset", email);
    await askPasswordReset(ctx, email);
    return back("reset_mailed");
  },
  { as: "account", limit: askedMails },
);

export const changeEmailAction = action(
  changeEmailInput,
  async (ctx, input) => {
    await countAttempt(ctx, newEmails, input.email);
    await askNewEmail(ctx, input);
    return back("new_email_asked");
  },
  { as: "account", limit: passwordAgain },
);

export const takeBackEmailAction = action(
  z.object({}),
  async (ctx) => {
    await takeBackNewEmail(ctx);
    return back("new_email_taken_back");
  },
  { as: "account" },
);

export const signOutDeviceAction = action(
  deviceInput,
  async (ctx, { device }) => {
    await signOutDevice(ctx, device);
    return back("device_signed_out");
  },
  { as: "account" },
);

export const signOutOthersAction = action(
  z.object({}),
  async (ctx) => {
    await signOutOtherDevices(ctx, (await cookieSessionId()) ?? "");
    return back("others_signed_out");
  },
  { as: "account" },
);

function back(notice: string) {
  return { to: `${paths.security}?notice=${notice}` };
}
