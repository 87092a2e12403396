"use server";

import { savingInput } from "@/lib/events/input";
import { action } from "@/lib/web/action";
import { saveForm, savingLimit } from "@/lib/web/saving";

/** As the identity that the form names, this once. */
export const announceEventAction = action(
  savingInput,
  (ctx, { eventId, intent, as: _, ...input }, typed) =>
    saveForm(ctx, { eventId, isNew: true, intent }, { input, typed }),
  { limit: savingLimit },
);
