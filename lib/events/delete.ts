import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { type Event, events } from "@/db/schema/events";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize, conflict, notFound } from "@/lib/core/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { record } from "@/lib/journal/record";
import { managersOf } from "./hosts/hosting";
import { lockEvenDeleted } from "./lock";
import { canOwnEvent } from "./policy";
import { unindexEvent } from "./search/index-event";

/** How long a deletion can be taken back. */
const UNDO_SECONDS = 60;

/**
 * Its organiser deletes an event, announced or not: from now on it exists for nobody, and a minute later a job takes it
 * away for good and tells those who were to come. Repeating it is harmless. `restoreEvent` takes it back.
 */
export function deleteEvent(ctx: Context, eventId: string): Promise<Event> {
  return inTransaction(ctx, async (tx) => {
    const event = await lockEvenDeleted(tx.db, eventId);
    authorize(canOwnEvent(tx.actor, event));
    if (event.deletedAt) return event;
    const deleted = await setDeletedAt(tx, eventId, tx.now);
    await unindexEvent(tx, eventId);
    if (event.publishedAt) await record(tx, { kind: "event.hidden", eventId, ...managersOf(event) });
    await enqueue(tx, {
      task: "erase-event",
      payload: { eventId },
      key: `erase-event:${eventId}`,
      runAt: undoableUntil(tx.now),
    });
    return deleted;
  });
}

/** Takes a deletion back. Repeating it is harmless. Refuses with `undo_over` after a minute, later with `event_not_found`. */
export function restoreEvent(ctx: Context, eventId: string): Promise<Event> {
  return inTransaction(ctx, async (tx) => {
    const event = await lockEvenDeleted(tx.db, eventId);
    authorize(canOwnEvent(tx.actor, event));
    if (!event.deletedAt) return event;
    if (event.removal) throw notFound("event_not_found");
    if (undoableUntil(event.deletedAt) <= tx.now) throw conflict("undo_over");
    const restored = await setDeletedAt(tx, eventId, null);
    if (event.publishedAt) await record(tx, { kind: "event.restored", eventId, ...managersOf(event) });
    return restored;
  });
}

/** What these identities deleted and can still take back. */
export function listJustDeleted(db: Database, organizerIds: string[], now: Date) {
  const since = new Date(now.getTime() - UNDO_SECONDS * 1000);
  return db
    .select({ id: events.id, title: events.title, organizer: actors.handle })
    .from(events)
    .innerJoin(actors, eq(actors.id, events.organizerId))
    .where(
      and(inArray(events.organizerId, organizerIds), gt(events.deletedAt, since), isNull(events.removal)),
    )
    .orderBy(asc(events.deletedAt));
}

/** When a deletion becomes final. */
export function undoableUntil(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + UNDO_SECONDS * 1000);
}

async function setDeletedAt({ db }: Context, eventId: string, deletedAt: Date | null): Promise<Event> {
  const [event] = await db.update(events).set({ deletedAt }).where(eq(events.id, eventId)).returning();
  return event!;
}
