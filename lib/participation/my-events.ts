import { and, count, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { type EventCard, end, selectCards } from "@/lib/events/cards";
import { hostedBy } from "@/lib/events/hosts/hosted-by";

const published = sql`${events.publishedAt} is not null`;

/** What the identity announces, alone or with others, soonest first, past ones after. */
export function listOrganized(db: Database, actorId: string, now: Date, page = 1): Promise<EventCard[]> {
  return selectCards(db, [hostedBy(actorId), published], { order: soonestFirst(now), page });
}

/** What the identity goes to ("approved") or waits for ("pending"). */
export function listJoined(
  db: Database,
  {
    actorId,
    status,
    now,
    page = 1,
  }: { actorId: string; status: "approved" | "pending"; now: Date; page?: number },
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

export type MyEventCounts = { organizing: number; going: number; waiting: number; drafts: number };

/** How many events stand in each list of "my events". */
export async function countMyEvents(db: Database, actorId: string): Promise<MyEventCounts> {
  const [[own], joined] = await Promise.all([countOwn(db, actorId), countJoined(db, actorId)]);
  const withStatus = (status: "approved" | "pending") =>
    joined.find((row) => row.status === status)?.total ?? 0;
  return { ...own!, going: withStatus("approved"), waiting: withStatus("pending") };
}

function countOwn(db: Database, actorId: string) {
  const organizing = sql<number>`count(*) filter (where ${published})::int`;
  const drafts = sql<number>`count(*) filter (where not ${published})::int`;
  return db
    .select({ organizing, drafts })
    .from(events)
    .where(and(hostedBy(actorId), isNull(events.deletedAt)));
}

function countJoined(db: Database, actorId: string) {
  return db
    .select({ status: participations.status, total: count() })
    .from(participations)
    .innerJoin(events, and(eq(events.id, participations.eventId), published, isNull(events.deletedAt)))
    .where(eq(participations.actorId, actorId))
    .groupBy(participations.status);
}

/** What is on or to come in the order in which it comes, then what is over, latest first. */
function soonestFirst(now: Date) {
  const isPast = sql`(${end} <= ${now.toISOString()}::timestamptz)`;
  const start = sql`extract(epoch from ${events.startsAt})`;
  return sql`${isPast}, case when ${isPast} then -${start} else ${start} end`;
}
