"use client";

import { actionForm } from "@/components/forms/action-form";

export const RegistrationForm = actionForm(() =>
  import("@/lib/instance/input").then((input) => input.registrationInput),
);
export const InvitationForm = actionForm(() =>
  import("@/lib/accounts/input").then((input) => input.invitationInput),
);
