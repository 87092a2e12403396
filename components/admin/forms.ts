"use client";

import { actionForm } from "@/components/forms/action-form";

export const RegistrationForm = actionForm(() =>
  import("@/lib/instance/input").then((input) => input.registrationInput),
);
export const CategoriesForm = actionForm(() =>
  import("@/lib/instance/input").then((input) => input.categoriesInput),
);
export const InvitationForm = actionForm(() =>
  import("@/lib/accounts/input").then((input) => input.invitationInput),
);
