"use server";

import { editEventPath, eventPath, paths } from "@/lib/core/paths";
import { cancelEvent } from "@/lib/events/cancel";
import { deleteEvent } from "@/lib/events/delete";
import { eventFormInput } from "@/lib/events/form-input";
import { eventReference } from "@/lib/events/input";
import { unschedulePublishing } from "@/lib/events/schedule";
import { action } from "@/lib/web/action";
import { answerEventForm } from "@/lib/web/event-form";
import { forgetForm, savingLimit } from "@/lib/web/saving";

export const saveEventAction = action(
  eventFormInput,
  (ctx, input, typed) => answerEventForm(ctx, input, { typed, isNew: false }),
  { limit: savingLimit },
);

/** What was typed and not saved is thrown away; the event stays as it is. */
export const forgetTypedAction = action(eventReference, (ctx, { eventId }) => forgetForm(ctx, eventId));

export const unscheduleAction = action(eventReference, async (ctx, { eventId }) => {
  const { slug } = await unschedulePublishing(ctx, eventId);
  return { to: `${editEventPath(slug)}?notice=event_unscheduled` };
});

export const cancelEventAction = action(
  eventReference,
  async (ctx, { eventId }) => {
    const { slug } = await cancelEvent(ctx, eventId);
    return { to: `${eventPath(slug)}?notice=event_called_off` };
  },
  { limit: { name: "cancel event", max: 60, minutes: 60 } },
);

/** For a minute, "my events" offers to take it back. */
export const deleteEventAction = action(eventReference, async (ctx, { eventId }) => {
  const { publishedAt } = await deleteEvent(ctx, eventId);
  return { to: publishedAt ? paths.myEvents : `${paths.myEvents}?tab=drafts` };
});
