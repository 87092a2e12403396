"use client";

import { actionForm } from "@/components/forms/action-form";

export const NewIdentityForm = actionForm(() =>
  import("@/lib/identities/input").then((input) => input.newIdentityInput),
);
export const IdentityForm = actionForm(() =>
  import("@/lib/identities/input").then((input) => input.identityInput),
);
