import { and, asc, count, desc, eq, getTableColumns, gt, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { media } from "@/db/schema/media";
import { participations } from "@/db/schema/participations";

const pictures = alias(media, "pictures");

/** How many are in, counted for the rows of one page only, on the index by event and status. */
const taken = sql<number>`(select count(*)::int from ${participations}
  where ${participations.eventId} = ${events.id} and ${participations.status} = 'approved')`;

/** When it is over (see `isOver`); an event of more than 30 days is an exhibition, not something that is on. */
export const end = sql`coalesce(${events.endsAt}, ${events.startsAt} + interval '3 hours')`;

export type EventCard = Awaited<ReturnType<typeof selectCards>>[number];

export const PAGE_SIZE = 24;

/** What is on, by date: announced to everybody and not over. `page` counts from 1. */
export function listUpcoming(db: Database, now: Date, page = 1): Promise<EventCard[]> {
  return selectCards(db, [upcoming(now)], { order: asc(events.startsAt), page });
}

/** What one identity has announced to everybody and is to come. */
export function listUpcomingBy(db: Database, organizerId: string, now: Date): Promise<EventCard[]> {
  return selectCards(db, [upcoming(now), eq(events.organizerId, organizerId)], {
    order: asc(events.startsAt),
  });
}

export async function countUpcoming(db: Database, now: Date): Promise<number> {
  const [row] = await db.select({ total: count() }).from(events).where(upcoming(now));
  return row!.total;
}

/** Reads cards with organiser, picture and places taken in one query. */
export function selectCards(
  db: Database,
  where: (SQL | undefined)[],
  { order, page = 1 }: { order: SQL; page?: number },
) {
  return db
    .select({
      event: getTableColumns(events),
      organizer: { id: actors.id, name: actors.name, handle: actors.handle },
      picture: getTableColumns(pictures),
      taken,
    })
    .from(events)
    .innerJoin(actors, eq(actors.id, events.organizerId))
    .leftJoin(pictures, eq(pictures.id, events.pictureId))
    .where(and(...where, isNull(actors.deletedAt)))
    .orderBy(order, asc(events.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
}

function upcoming(now: Date): SQL | undefined {
  const listed = sql`${events.publishedAt} is not null and ${events.visibility} = 'public'`;
  const recent = new Date(now.getTime() - 30 * 86_400_000);
  return and(listed, gt(events.startsAt, recent), gt(end, now.toISOString()));
}

/** The organiser's own: drafts, last touched first. */
export function listDrafts(db: Database, organizerId: string, page = 1): Promise<EventCard[]> {
  const draft = and(eq(events.organizerId, organizerId), sql`${events.publishedAt} is null`);
  return selectCards(db, [draft], { order: desc(events.updatedAt), page });
}
