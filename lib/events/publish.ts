import { eq } from "drizzle-orm";
import { type Event, events } from "@/db/schema/events";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/journal/record";
import { managersOf } from "./hosts/hosting";
import { lockEvent } from "./lock";
import { canManageEvent } from "./policy";
import { isOver } from "./rules";

/**
 * Announces a draft. Needs a title of 3 characters and a time to come; refuses with field errors `title_too_short`,
 * `start_missing`, `event_in_the_past`. Publishing what is published is harmless.
 */
export function publishEvent(ctx: Context, eventId: string): Promise<Event> {
  return inTransaction(ctx, async (tx) => {
    const draft = await lockEvent(tx.db, eventId);
    authorize(canManageEvent(tx.actor, draft));
    if (draft.publishedAt) return draft;
    requirePublishable(draft, tx.now);

    const [event] = await tx.db
      .update(events)
      .set({ publishedAt: tx.now, publishAt: null, updatedAt: tx.now })
      .where(eq(events.id, eventId))
      .returning();
    await record(tx, { kind: "event.published", eventId, ...managersOf(draft) });
    return event!;
  });
}

/** What an announced event must have, whether it is published now or edited later. */
export function requireComplete(event: Pick<Event, "title" | "startsAt">): void {
  const errors = incompleteFields(event);
  if (Object.keys(errors).length > 0) throw new AppError("invalid", "check_fields", errors);
}

/** What a draft needs when it is announced at that time. */
export function requirePublishable(draft: Event, now: Date): void {
  const errors = incompleteFields(draft);
  if (draft.startsAt && isOver(draft, now)) errors.startsAt = ["event_in_the_past"];
  if (Object.keys(errors).length > 0) throw new AppError("invalid", "check_fields", errors);
}

function incompleteFields({ title, startsAt }: Pick<Event, "title" | "startsAt">) {
  const errors: Record<string, string[]> = {};
  if (title.length < 3) errors.title = ["title_too_short"];
  if (!startsAt) errors.startsAt = ["start_missing"];
  return errors;
}
