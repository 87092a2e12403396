import { and, count, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { type EventCard, selectCards } from "@/lib/events/cards";

const published = sql`${events.publishedAt} is not null`;

/** What the identity has announced, soonest first, past ones after. */
export function listOrganized(db: Database, actorId: string, now: Date, page: number): Promise<EventCard[]> {
  return selectCards(db, [eq(events.organizerId, actorId), published], { order: soonestFirst(now), page });
}

/** What the identity goes to ("approved") or waits for ("pending"). */
export function listJoined(
  db: Database,
  {
    actorId,
    status,
    now,
    page,
  }: { actorId: string; status: "approved" | "pending"; now: Date; page: number },
): Promise<EventCard[]> {
  const joined = db
    .select({ eventId: participations.eventId })
    .from(participations)
    .where(and(eq(participations.actorId, actorId), eq(participations.status, status)));
  return selectCards(db, [inArray(events.id, joined), published], { order: soonestFirst(now), page });
}

/** How many wait for the organiser's answer, by event: nothing for those with nobody waiting. */
export async function countWaiting(db: Database, eventIds: string[]): Promise<Map<string, number>> {
  if (eventIds.length === 0) return new Map();
  const rows = await db
    .select({ eventId: participations.eventId, waiting: count() })
    .from(participations)
    .where(and(inArray(participations.eventId, eventIds), eq(participations.status, "pending")))
    .groupBy(participations.eventId);
  return new Map(rows.map((row) => [row.eventId, row.waiting]));
}

/** Coming ones in the order in which they come, then past ones, latest first. */
function soonestFirst(now: Date) {
  const start = events.startsAt;
  return sql`(${start} < ${now.toISOString()}), abs(extract(epoch from ${start} - ${now.toISOString()}::timestamptz))`;
}
