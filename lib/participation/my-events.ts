import { and, asc, count, eq, gt, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { type EventCard, end, selectCards } from "@/lib/events/cards";
import { hostedBy } from "@/lib/events/hosts/hosted-by";
import { type CardStanding, ownStanding } from "./standings";

const published = sql`${events.publishedAt} is not null`;

/** What the identity announces, alone or with others, soonest first, past ones after. */
export function listOrganized(db: Database, actorId: string, now: Date, page = 1): Promise<EventCard[]> {
  return selectCards(db, [hostedBy(actorId), published], { order: soonestFirst(now), page });
}

/** Where somebody stands with the events of one list of theirs. */
const statusesOf = {
  going: ["approved"],
  waiting: ["offered", "waitlisted", "pending", "rejected", "unheard"],
  maybe: ["maybe"],
} as const satisfies Record<string, CardStanding[]>;

export type JoinedList = keyof typeof statusesOf;

/**
 * What the identity goes to, asked for (also if nobody answers, or refused; or its own word on a place that is held is
 * awaited), or may come to.
 */
export function listJoined(
  db: Database,
  { actorId, list, now, page = 1 }: { actorId: string; list: JoinedList; now: Date; page?: number },
): Promise<EventCard[]> {
  const joined = db
    .select({ eventId: participations.eventId })
    .from(participations)
    .where(and(eq(participations.actorId, actorId), inArray(ownStanding, [...statusesOf[list]])));
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

/** A place that is held for an identity until it answers. */
export type HeldPlace = { slug: string; title: string; offerEndsAt: Date };

/** Places that are held for the identity, the first to lapse first. */
export async function listHeldPlaces(db: Database, actorId: string, now: Date): Promise<HeldPlace[]> {
  const { offerEndsAt } = participations;
  const rows = await db
    .select({ slug: events.slug, title: events.title, offerEndsAt })
    .from(participations)
    .innerJoin(events, and(eq(events.id, participations.eventId), published, isNull(events.deletedAt)))
    .where(
      and(
        eq(participations.actorId, actorId),
        eq(participations.status, "offered"),
        gt(offerEndsAt, now),
        ne(events.status, "cancelled"),
      ),
    )
    .orderBy(asc(offerEndsAt));
  return rows.map((row) => ({ ...row, offerEndsAt: row.offerEndsAt! }));
}

export type MyEventCounts = Record<JoinedList | "organizing" | "drafts", number>;

/** How many events stand in each list of "my events". */
export async function countMyEvents(db: Database, actorId: string): Promise<MyEventCounts> {
  const [[own], joined] = await Promise.all([countOwn(db, actorId), countJoined(db, actorId)]);
  const count = (list: JoinedList) =>
    joined
      .filter(({ standing }) => (statusesOf[list] as readonly string[]).includes(standing))
      .reduce((sum, { total }) => sum + total, 0);
  return { ...own!, going: count("going"), waiting: count("waiting"), maybe: count("maybe") };
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
    .select({ standing: ownStanding, total: count() })
    .from(participations)
    .innerJoin(events, and(eq(events.id, participations.eventId), published, isNull(events.deletedAt)))
    .where(eq(participations.actorId, actorId))
    .groupBy(ownStanding);
}

/** What is on or to come in the order in which it comes, then what is over, latest first. */
function soonestFirst(now: Date) {
  const isPast = sql`(${end} <= ${now.toISOString()}::timestamptz)`;
  const start = sql`extract(epoch from ${events.startsAt})`;
  return sql`${isPast}, case when ${isPast} then -${start} else ${start} end`;
}
