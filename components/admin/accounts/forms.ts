"use client";

import { actionForm } from "@/components/forms/action-form";

export const AccountEmailForm = actionForm(() =>
  import("@/lib/accounts/input").then((input) => input.accountEmailInput),
);
export const AccountRoleForm = actionForm(() =>
  import("@/lib/accounts/input").then((input) => input.accountRoleInput),
);
export const AccountLocaleForm = actionForm(() =>
  import("@/lib/accounts/input").then((input) => input.accountLocaleInput),
);
export const AccountLockForm = actionForm(() =>
  import("@/lib/accounts/input").then((input) => input.accountLockInput),
);
export const AccountReasonForm = actionForm(() =>
  import("@/lib/accounts/input").then((input) => input.accountReasonInput),
);
