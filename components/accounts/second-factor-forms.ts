"use client";

import { actionForm } from "@/components/forms/action-form";

export const CodeForm = actionForm(() => import("@/lib/accounts/input").then((input) => input.codeInput));
export const BeginForm = actionForm(() =>
  import("@/lib/accounts/input").then((input) => input.passwordInput),
);
export const FirstCodeForm = actionForm(() =>
  import("@/lib/accounts/input").then((input) => input.firstCodeInput),
);
export const PasswordAndCodeForm = actionForm(() =>
  import("@/lib/accounts/input").then((input) => input.passwordAndCodeInput),
);
