"use client";

import { actionForm } from "@/components/forms/action-form";

export const SignInForm = actionForm(() => import("@/lib/accounts/input").then((input) => input.signInInput));
export const AddressForm = actionForm(() =>
  import("@/lib/accounts/input").then((input) => input.addressInput),
);
export const ResetPasswordForm = actionForm(() =>
  import("@/lib/accounts/input").then((input) => input.resetPasswordInput),
);
export const ChangePasswordForm = actionForm(() =>
  import("@/lib/accounts/input").then((input) => input.changePasswordInput),
);
export const ChangeEmailForm = actionForm(() =>
  import("@/lib/accounts/input").then((input) => input.changeEmailInput),
);
export const SignUpForm = actionForm(() =>
  import("@/lib/identities/input").then((input) => input.signUpInput),
);
export const FinishSignUpForm = actionForm(() =>
  import("@/lib/identities/input").then((input) => input.finishSignUpInput),
);
export const WelcomeForm = actionForm(() =>
  import("@/lib/identities/input").then((input) => input.welcomeInput),
);
