"use client";

import { actionForm } from "@/components/forms/action-form";

export const RegistrationForm = actionForm(() =>
  import("@/lib/instance/input").then((input) => input.registrationInput),
);
export const AccentsForm = actionForm(() =>
  import("@/lib/instance/look/input").then((input) => input.accentsInput),
);
export const CategoriesForm = actionForm(() =>
  import("@/lib/instance/input").then((input) => input.categoriesInput),
);
export const PolicyForm = actionForm(() =>
  import("@/lib/instance/input").then((input) => input.domainPolicyInput),
);
export const ServerListForm = actionForm(() =>
  import("@/lib/instance/input").then((input) => input.serverListInput),
);
export const FollowServerForm = actionForm(() =>
  import("@/lib/instance/input").then((input) => input.followServerInput),
);
export const InvitationForm = actionForm(() =>
  import("@/lib/accounts/input").then((input) => input.invitationInput),
);
export const DescriptionForm = actionForm(() =>
  import("@/lib/instance/texts/input").then((input) => input.descriptionInput),
);
export const RulesForm = actionForm(() =>
  import("@/lib/instance/texts/input").then((input) => input.rulesInput),
);
export const DocumentForm = actionForm(() =>
  import("@/lib/instance/texts/input").then((input) => input.documentInput),
);
