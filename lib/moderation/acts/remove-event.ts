import { eq } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { type Event, events } from "@/db/schema/events";
import { conflict, notFound } from "@/lib/core/errors";
import { managersOf } from "@/lib/events/hosts/hosting";
import { lockEvenDeleted } from "@/lib/events/lock";
import { unindexEvent } from "@/lib/events/search/index-event";
import { record } from "@/lib/journal/record";
import { writeLog } from "@/lib/journal/write-log";
import type { StaffContext } from "../staff-context";
import { undoableSince } from "./undo-time";

type Removing = { eventId: string; caseId: string; reason: string };

/**
 * Takes an event out of everybody's sight, its hosts' too. Who comes and its hosts are told. Repeating it is harmless.
 * Refuses with `event_not_found` if its organiser deleted it.
 */
export async function removeEventFromSight(
  tx: StaffContext,
  { eventId, caseId, reason }: Removing,
): Promise<void> {
  const event = await lockEvenDeleted(tx.db, eventId);
  if (event.removal === "moderators") return;
  if (event.deletedAt && !event.removal) throw notFound("event_not_found");
  await tx.db.update(events).set({ deletedAt: tx.now, removal: "moderators" }).where(eq(events.id, eventId));
  await unindexEvent(tx, eventId);
  const logId = await writeLog(tx, {
    ...{ action: "event.removed", actorId: event.organizerId, caseId, reason },
    before: { isSeen: event.deletedAt === null },
    after: { isSeen: false },
  });
  await record(tx, { kind: "event.removed", eventId, ...managersOf(event), logId });
}

/**
 * Puts an event back as it was; one whose organiser is out of sight waits for them. Repeating it is harmless. Refuses
 * with `undo_over` after 30 days.
 */
export async function putEventBack(tx: StaffContext, { eventId, caseId, reason }: Removing): Promise<void> {
  const event = await lockEvenDeleted(tx.db, eventId);
  if (event.removal !== "moderators" || !event.deletedAt) return;
  if (event.deletedAt < undoableSince(tx.now)) throw conflict("undo_over");
  const isOrganizerSeen = await isSeen(tx, event);
  await tx.db
    .update(events)
    .set(isOrganizerSeen ? { deletedAt: null, removal: null } : { removal: "suspension" })
    .where(eq(events.id, eventId));
  await writeLog(tx, {
    ...{ action: "event.put_back", actorId: event.organizerId, caseId, reason },
    before: { isSeen: false },
    after: { isSeen: isOrganizerSeen },
  });
  if (isOrganizerSeen) await record(tx, { kind: "event.put_back", eventId, ...managersOf(event) });
}

async function isSeen({ db }: StaffContext, { organizerId }: Event): Promise<boolean> {
  const [organizer] = await db
    .select({ deletedAt: actors.deletedAt })
    .from(actors)
    .where(eq(actors.id, organizerId));
  return organizer?.deletedAt === null;
}
