import { and, asc, count, eq, gt, inArray, isNotNull, ne, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import { end } from "@/lib/events/cards";

/** An event to come that ends with its organiser, and how many people hear that it is cancelled. */
export type EndingEvent = {
  id: string;
  slug: string;
  title: string;
  startsAt: Date;
  endsAt: Date | null;
  zone: string;
  people: number;
};

/**
 * What goes with an identity, for the eyes of its owner. `places`: what it goes to or waits for, and gives back; `shared`:
 * what others host too, and goes on with them.
 */
export type WhatGoes = { upcoming: number; past: number; drafts: number; places: number; shared: number };

const LISTED = 20;

/** Others host it too and go on with it (see `eraseNextEvent`). */
export const isShared = sql`(cardinality(${events.hostIds}) > 0 and ${events.status} <> 'cancelled'
  and ${events.deletedAt} is null)`;

/** Counts what goes with each of some identities of one account. */
export async function countWhatGoes(
  db: Database,
  actorIds: string[],
  now: Date,
): Promise<Map<string, WhatGoes>> {
  const published = sql`${events.publishedAt} is not null`;
  const toCome = sql`${end} > ${now.toISOString()} and ${events.status} <> 'cancelled'`;
  const own = await db
    .select({
      actorId: events.organizerId,
      upcoming: sql<number>`count(*) filter (where ${published} and ${toCome} and not ${isShared})::int`,
      past: sql<number>`count(*) filter (where ${published} and not (${toCome}) and not ${isShared})::int`,
      drafts: sql<number>`count(*) filter (where not ${published} and not ${isShared})::int`,
      shared: sql<number>`count(*) filter (where ${isShared})::int`,
    })
    .from(events)
    .where(inArray(events.organizerId, actorIds))
    .groupBy(events.organizerId);
  const joined = await db
    .select({ actorId: participations.actorId, places: count() })
    .from(participations)
    .innerJoin(events, eq(events.id, participations.eventId))
    .where(
      and(
        inArray(participations.actorId, actorIds),
        inArray(participations.status, ["approved", "offered", "pending", "waitlisted"]),
        gt(end, now.toISOString()),
        ne(events.status, "cancelled"),
      ),
    )
    .groupBy(participations.actorId);
  return new Map(actorIds.map((id) => [id, { ...nothing, ...rowOf(own, id), ...rowOf(joined, id) }]));
}

const nothing: WhatGoes = { upcoming: 0, past: 0, drafts: 0, places: 0, shared: 0 };

function rowOf<Row extends { actorId: string | null }>(rows: Row[], id: string) {
  const { actorId: _, ...row } = rows.find(({ actorId }) => actorId === id) ?? { actorId: id };
  return row;
}

/** The events to come that an identity organises alone, soonest first; at most 20, the rest is counted. */
export function listEndingEvents(db: Database, actorId: string, now: Date): Promise<EndingEvent[]> {
  const { id, slug, title, zone, startsAt, endsAt } = events;
  const toldOf = and(
    eq(participations.eventId, id),
    inArray(participations.status, ["approved", "offered", "pending", "waitlisted", "maybe"]),
  );
  return db
    .select({
      ...{ id, slug, title, zone, endsAt },
      startsAt: sql`${startsAt}`.mapWith(startsAt),
      people: count(participations.id),
    })
    .from(events)
    .leftJoin(participations, toldOf)
    .where(
      and(
        eq(events.organizerId, actorId),
        sql`not ${isShared}`,
        isNotNull(events.publishedAt),
        ne(events.status, "cancelled"),
        gt(end, now.toISOString()),
      ),
    )
    .groupBy(id)
    .orderBy(asc(startsAt), asc(id))
    .limit(LISTED);
}
