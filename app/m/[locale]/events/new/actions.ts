"use server";

import { editEventPath, eventPath } from "@/lib/core/paths";
import { savingInput } from "@/lib/events/input";
import { saveEvent } from "@/lib/events/save";
import { action } from "@/lib/web/action";
import { allowSaving, savingLimit } from "@/lib/web/saving";

/** As the identity that the form names, this once. */
export const announceEventAction = action(
  savingInput,
  async (ctx, { eventId, intent, as: _, ...input }) => {
    await allowSaving(ctx, intent);
    const { slug } = await saveEvent(ctx, { eventId, isNew: true, intent }, input);
    if (intent === "publish") return { to: `${eventPath(slug)}?notice=event_published` };
    return { to: intent === "preview" ? eventPath(slug) : `${editEventPath(slug)}?notice=draft_saved` };
  },
  { limit: savingLimit },
);
