"use server";

import { eventFormInput } from "@/lib/events/form-input";
import { action } from "@/lib/web/action";
import { answerEventForm } from "@/lib/web/event-form";
import { savingLimit } from "@/lib/web/saving";

/** As the identity that the form names, this once. */
export const announceEventAction = action(
  eventFormInput,
  (ctx, input, typed) => answerEventForm(ctx, input, { typed, isNew: true }),
  { limit: savingLimit },
);
