import { eq, sql } from "drizzle-orm";
import { type Event, events } from "@/db/schema/events";
import { type Context, inTransaction } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { cleanLine } from "@/lib/core/text/clean";
import { forgetTyped } from "./autosave";
import type { Revision } from "./changes";
import { createDraft, reviseDraft } from "./draft";
import { editEvent } from "./edit";
import { canManageEvent } from "./policy";
import { publishEvent } from "./publish";
import { schedulePublishing } from "./schedule";

export type Saving = {
  /** Chosen when the form was shown, also for an event that does not exist yet: a form sent twice makes one event. */
  eventId: string;
  isNew: boolean;
  intent: "draft" | "preview" | "questions" | "publish" | "schedule" | "save";
};

/**
 * Saves what the form of an event holds, whatever state the event is in, and announces it if asked to: all of it
 * or, when refused, nothing. Refuses like the commands it calls, and with `event_not_found` for a draft that was
 * discarded meanwhile. What was kept of the form while it was typed is forgotten.
 */
export function saveEvent(ctx: Context, { eventId, isNew, intent }: Saving, input: Revision): Promise<Event> {
  return inTransaction(ctx, async (tx) => {
    await waitForOthers(tx, eventId);
    const [found] = await tx.db.select().from(events).where(eq(events.id, eventId));
    if (!found && !isNew) throw notFound("event_not_found");
    const present = found && (!isNew || isRepeated(tx, found, input)) ? found : null;
    const isAnnounced = present?.publishedAt && (intent === "publish" || intent === "save");
    await forgetTyped(tx, eventId);
    if (isAnnounced) return editEvent(tx, eventId, input);

    const draft = present
      ? await reviseDraft(tx, eventId, input)
      : await createDraft(tx, input, found ? undefined : eventId);
    if (intent === "schedule") return schedulePublishing(tx, draft.id, input.publishAt ?? "");
    return intent === "publish" ? publishEvent(tx, draft.id) : draft;
  });
}

/** There may be no row to lock yet, so the id itself is locked until the transaction ends. */
async function waitForOthers(tx: Context, eventId: string): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${eventId}, 0))`);
}

/** Whoever goes back to a form that was sent and fills it in anew means another event. */
function isRepeated(tx: Context, found: Event, input: Revision): boolean {
  return canManageEvent(tx.actor, found) && found.title === cleanLine(input.title);
}
