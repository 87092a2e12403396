"use server";

import { editEventPath, eventPath, paths } from "@/lib/core/paths";
import { cancelEvent } from "@/lib/events/cancel";
import { discardDraft } from "@/lib/events/draft";
import { eventReference, savingInput } from "@/lib/events/input";
import { saveEvent } from "@/lib/events/save";
import { action } from "@/lib/web/action";
import { allowSaving, savingLimit } from "@/lib/web/saving";

export const saveEventAction = action(
  savingInput,
  async (ctx, { eventId, intent, as: _, ...input }) => {
    await allowSaving(ctx, intent);
    const { slug } = await saveEvent(ctx, { eventId, isNew: false, intent }, input);
    if (intent === "draft") return { to: `${editEventPath(slug)}?notice=draft_saved` };
    if (intent === "preview") return { to: eventPath(slug) };
    return { to: `${eventPath(slug)}?notice=${intent === "publish" ? "event_published" : "event_saved"}` };
  },
  { limit: savingLimit },
);

export const cancelEventAction = action(
  eventReference,
  async (ctx, { eventId }) => {
    const { slug } = await cancelEvent(ctx, eventId);
    return { to: `${eventPath(slug)}?notice=event_called_off` };
  },
  { limit: { name: "cancel event", max: 60, minutes: 60 } },
);

export const discardDraftAction = action(eventReference, async (ctx, { eventId }) => {
  await discardDraft(ctx, eventId);
  return { to: `${paths.myEvents}?tab=drafts&notice=draft_discarded` };
});
