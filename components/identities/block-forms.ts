"use client";

import { actionForm } from "@/components/forms/action-form";

export const BlockDomainForm = actionForm(() =>
  import("@/lib/identities/blocks/input").then((input) => input.blockDomainInput),
);
export const MuteWordForm = actionForm(() =>
  import("@/lib/identities/blocks/input").then((input) => input.muteWordInput),
);
export const ImportBlocksForm = actionForm(() =>
  import("@/lib/identities/blocks/input").then((input) => input.importBlocksInput),
);
