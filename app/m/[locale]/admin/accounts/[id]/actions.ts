"use server";

import { confirmByHand, sendConfirmationAgain } from "@/lib/accounts/administration/confirm-by-hand";
import { dropSecondFactor } from "@/lib/accounts/administration/drop-second-factor";
import { endAccount, keepByHand } from "@/lib/accounts/administration/end-account";
import { giveRole } from "@/lib/accounts/administration/give-role";
import { mailResetLink } from "@/lib/accounts/administration/issue-reset-link";
import { setAccountEmail } from "@/lib/accounts/administration/set-email";
import { setAccountLocale } from "@/lib/accounts/administration/set-locale";
import { signOutEverywhere } from "@/lib/accounts/administration/sign-out-everywhere";
import {
  accountEmailInput,
  accountInput,
  accountLocaleInput,
  accountLockInput,
  accountReasonInput,
  accountRoleInput,
} from "@/lib/accounts/input";
import { lockByHand, openByHand } from "@/lib/moderation/acts/lock-by-hand";
import { aboutAccount } from "@/lib/web/about-account";

export const giveRoleAction = aboutAccount(accountRoleInput, giveRole);
export const setAccountEmailAction = aboutAccount(accountEmailInput, setAccountEmail);
export const setAccountLocaleAction = aboutAccount(accountLocaleInput, setAccountLocale);
export const confirmByHandAction = aboutAccount(accountInput, (ctx, { accountId }) =>
  confirmByHand(ctx, accountId),
);
export const sendConfirmationAgainAction = aboutAccount(accountInput, (ctx, { accountId }) =>
  sendConfirmationAgain(ctx, accountId),
);
export const mailResetLinkAction = aboutAccount(accountInput, (ctx, { accountId }) =>
  mailResetLink(ctx, accountId),
);
export const signOutEverywhereAction = aboutAccount(accountInput, (ctx, { accountId }) =>
  signOutEverywhere(ctx, accountId),
);
export const dropSecondFactorAction = aboutAccount(accountReasonInput, dropSecondFactor);
export const lockByHandAction = aboutAccount(accountLockInput, lockByHand);
export const openByHandAction = aboutAccount(accountReasonInput, openByHand);
export const endAccountAction = aboutAccount(accountReasonInput, (ctx, { accountId, reason }) =>
  endAccount(ctx, { accountId, isAtOnce: false, reason }),
);
export const keepByHandAction = aboutAccount(accountInput, (ctx, { accountId }) =>
  keepByHand(ctx, accountId),
);
