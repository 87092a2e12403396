"use server";

import { editEventPath, eventPath } from "@/lib/core/paths";
import { savingInput } from "@/lib/events/input";
import { saveEvent } from "@/lib/events/save";
import { actAs } from "@/lib/web/act-as";
import { action } from "@/lib/web/action";
import { allowSaving, savingLimit } from "@/lib/web/saving";

/** From now on the browser acts as who announced, since only that identity sees the draft. */
export const announceEventAction = action(
  savingInput,
  async (ctx, { eventId, intent, as, ...input }) => {
    await allowSaving(ctx, intent);
    const { slug } = await saveEvent(ctx, { eventId, isNew: true, intent }, input);
    if (as) await actAs(as);
    if (intent === "publish") return { to: `${eventPath(slug)}?notice=event_published` };
    return { to: intent === "preview" ? eventPath(slug) : `${editEventPath(slug)}?notice=draft_saved` };
  },
  { limit: savingLimit },
);
