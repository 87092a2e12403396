"use client";

import { actionForm } from "@/components/forms/action-form";

export const SignInForm = actionForm(() => import("@/lib/accounts/input").then((input) => input.signInInput));
export const SignUpForm = actionForm(() =>
  import("@/lib/identities/input").then((input) => input.signUpInput),
);
export const WelcomeForm = actionForm(() =>
  import("@/lib/identities/input").then((input) => input.welcomeInput),
);
