import { eq } from "drizzle-orm";
import { type Event, events } from "@/db/schema/events";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/journal/record";
import { managersOf } from "./hosts/hosting";
import { isHeldBack } from "./judge";
import { lockEvent } from "./lock";
import { requireEventMaker } from "./makers";
import { canManageEvent } from "./policy";
import { isOver } from "./rules";

/**
 * Announces a draft, unless a rule of the server wants a moderator to look at it first: then it waits, and `heldAt` says
 * so. Needs a title of 3 characters and a time to come; refuses with field errors `title_too_short`, `start_missing`,
 * `event_in_the_past`, `words_not_allowed`, or with `events_not_for_you`. Publishing what is published, or waits, is harmless.
 */
export function publishEvent(ctx: Context, eventId: string): Promise<Event> {
  return inTransaction(ctx, async (tx) => {
    const draft = await lockEvent(tx.db, eventId);
    authorize(canManageEvent(tx.actor, draft));
    if (draft.publishedAt || draft.heldAt) return draft;
    await requireEventMaker(tx, draft.organizerId);
    requirePublishable(draft, tx.now);
    if (await isHeldBack(tx, draft)) return holdEvent(tx, draft);
    return announceEvent(tx, draft);
  });
}

/** Announces a draft that is locked and complete, whoever decided so; the actor is an identity that manages it. */
export async function announceEvent(tx: Context, draft: Event): Promise<Event> {
  const [event] = await tx.db
    .update(events)
    .set({ publishedAt: tx.now, publishAt: null, heldAt: null, updatedAt: tx.now })
    .where(eq(events.id, draft.id))
    .returning();
  await record(tx, { kind: "event.published", eventId: draft.id, ...managersOf(draft) });
  return event!;
}

async function holdEvent(tx: Context, draft: Event): Promise<Event> {
  const [held] = await tx.db
    .update(events)
    .set({ heldAt: tx.now, publishAt: null, updatedAt: tx.now })
    .where(eq(events.id, draft.id))
    .returning();
  await record(tx, { kind: "event.held", eventId: draft.id, ...managersOf(draft) });
  return held!;
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
