import { and, asc, desc, eq, sql } from "drizzle-orm";
import { type Event, events } from "@/db/schema/events";
import { journal } from "@/db/schema/journal";
import type { Context } from "@/lib/core/context";
import { cancelEvent } from "@/lib/events/cancel";
import { handOver } from "@/lib/events/hosts/hand-over";
import { managersOf } from "@/lib/events/hosts/hosting";
import { listHosts } from "@/lib/events/hosts/queries";
import { removeEvent } from "@/lib/events/remove";
import { isOver } from "@/lib/events/rules";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { findFact } from "@/lib/journal/find-fact";
import { leaveTombstone } from "@/lib/journal/leave-tombstone";
import { record } from "@/lib/journal/record";
import { announceCancellation } from "@/lib/notifications/announce-cancellation";

/** Mails about a cancellation older than this went out long ago, and their keys may be forgotten. */
const FRESH_DAYS = 30;

/**
 * Takes one event of an identity away for good, those to come first; false when there is none left. One that others host
 * too, and that was not cancelled, goes to the first of them instead.
 */
export async function eraseNextEvent(tx: Context, organizerId: string): Promise<boolean> {
  const [event] = await tx.db
    .select()
    .from(events)
    .where(eq(events.organizerId, organizerId))
    .orderBy(sql`${events.startsAt} desc nulls last`, asc(events.id))
    .limit(1)
    .for("update");
  if (!event) return false;
  if (!(await passOn(tx, event))) await eraseEvent(tx, event);
  return true;
}

/**
 * Takes an event, whose row is locked, away for good. People who were to come are told in the same transaction, under
 * the keys that the reader of the cancellation uses: it finds no event any more, or has written the same mails already.
 */
export async function eraseEvent(tx: Context, event: Event): Promise<void> {
  const { id: eventId, uri } = event;
  // In this transaction alone: what nobody sees could not be called off.
  if (event.deletedAt) await tx.db.update(events).set({ deletedAt: null }).where(eq(events.id, eventId));
  if (event.publishedAt && !isOver(event, tx.now)) await callOff(tx, event);
  await removeEvent(tx, event);
  if (!event.publishedAt) return;
  await leaveTombstone(tx, uri);
  await record(tx, { kind: "event.deleted", eventId, ...managersOf(event), uri });
}

/** What several announced is not the loss of one: whoever hosted it first goes on with it. */
async function passOn(tx: Context, event: Event): Promise<boolean> {
  if (event.status === "cancelled" || event.deletedAt) return false;
  const [heir] = await listHosts(tx.db, event);
  if (!heir) return false;
  await handOver(tx, { eventId: event.id, actorId: heir.id });
  return true;
}

/** Also for what was cancelled a moment ago by hand: the mails may not be written yet. */
async function callOff(tx: Context, { id }: Event): Promise<void> {
  await cancelEvent(tx, id);
  const fact = await findCancellation(tx, id);
  const isFresh = fact && tx.now.getTime() - fact.at.getTime() < FRESH_DAYS * 86_400_000;
  if (isFresh) await announceCancellation(tx, fact, { isPageGone: true });
}

/** The organiser did it, which narrows the search down. */
async function findCancellation(
  tx: Context,
  eventId: string,
): Promise<Recorded<FactOf<"event.cancelled">> | null> {
  const organizerId = tx.actor.kind === "identity" ? tx.actor.actorId : "";
  const [row] = await tx.db
    .select({ id: journal.id })
    .from(journal)
    .where(
      and(
        eq(journal.actorId, organizerId),
        eq(journal.kind, "event.cancelled"),
        sql`${journal.payload} ->> 'eventId' = ${eventId}`,
      ),
    )
    .orderBy(desc(journal.id))
    .limit(1);
  const fact = row ? await findFact(tx, row.id) : null;
  return fact?.kind === "event.cancelled" ? fact : null;
}
