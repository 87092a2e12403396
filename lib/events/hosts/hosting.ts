import { and, asc, eq, inArray } from "drizzle-orm";
import { type EventHost, eventHosts } from "@/db/schema/event-hosts";
import { type Event, events } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { isOver } from "../rules";
import { MAX_HOSTS } from "./input";

/** Where one identity stands as a host; null if nobody ever asked it. The caller holds the event's row locked. */
export async function findHosting(tx: Context, eventId: string, actorId: string): Promise<EventHost | null> {
  const [hosting] = await tx.db
    .select()
    .from(eventHosts)
    .where(and(eq(eventHosts.eventId, eventId), eq(eventHosts.actorId, actorId)));
  return hosting ?? null;
}

/** Refuses with `too_many_hosts` when no one more can be asked. */
export async function requireRoom({ db }: Context, eventId: string): Promise<void> {
  const isOne = inArray(eventHosts.status, ["invited", "accepted"]);
  const taken = await db.$count(eventHosts, and(eq(eventHosts.eventId, eventId), isOne));
  if (taken >= MAX_HOSTS) throw conflict("too_many_hosts");
}

/** Nobody begins to host what does not take place. Refuses with `event_cancelled` and `event_over`. */
export function requireToCome(event: Event, now: Date): void {
  if (event.status === "cancelled") throw conflict("event_cancelled");
  if (isOver(event, now)) throw conflict("event_over");
}

/** Who announces an event, as facts about it say. */
export function managersOf({ organizerId, hostIds }: Event): Pick<Event, "organizerId" | "hostIds"> {
  return { organizerId, hostIds };
}

/** Ends a hosting or an invitation without a trace. */
export async function deleteHosting({ db }: Context, { eventId, actorId }: EventHost): Promise<void> {
  await db.delete(eventHosts).where(and(eq(eventHosts.eventId, eventId), eq(eventHosts.actorId, actorId)));
}

/** Writes into the event who hosts it now, in the order in which they accepted. After every change of `event_hosts`. */
export async function keepHostIds(
  { db }: Context,
  eventId: string,
  values: Partial<Pick<Event, "organizerId">> = {},
): Promise<Event> {
  const accepted = await db
    .select({ actorId: eventHosts.actorId })
    .from(eventHosts)
    .where(and(eq(eventHosts.eventId, eventId), eq(eventHosts.status, "accepted")))
    .orderBy(asc(eventHosts.decidedAt), asc(eventHosts.actorId));
  const [event] = await db
    .update(events)
    .set({ ...values, hostIds: accepted.map(({ actorId }) => actorId) })
    .where(eq(events.id, eventId))
    .returning();
  return event!;
}
