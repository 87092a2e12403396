"use server";

import { paths } from "@/lib/core/paths";
import { forgetTyped } from "@/lib/events/autosave";
import { eventFormInput } from "@/lib/events/form-input";
import { eventReference } from "@/lib/events/input";
import { action } from "@/lib/web/action";
import { answerEventForm } from "@/lib/web/event-form";
import { savingLimit } from "@/lib/web/saving";

/** As the identity that the form names, this once. */
export const announceEventAction = action(
  eventFormInput,
  (ctx, input, typed) => answerEventForm(ctx, input, { typed, isNew: true }),
  { limit: savingLimit },
);

/** Throws away what was kept of an event that was never saved. */
export const forgetNewTypedAction = action(eventReference, async (ctx, { eventId }) => {
  await forgetTyped(ctx, eventId);
  return { to: paths.newEvent };
});
