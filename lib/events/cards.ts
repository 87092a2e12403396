import { and, asc, desc, eq, getTableColumns, gt, isNull, not, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { media } from "@/db/schema/media";
import { participations } from "@/db/schema/participations";
import { notOf, type Unwelcome } from "@/lib/identities/blocks/unwelcome";
import { hostedBy } from "./hosts/hosted-by";
import { columnsForAll } from "./town-only";

const pictures = alias(media, "pictures");

/** How many are in, counted for the rows of one page only, on the index by event and status. */
const taken = sql<number>`(select coalesce(sum(${participations.seats}), 0)::int from ${participations}
  where ${participations.eventId} = ${events.id} and ${participations.status} in ('approved', 'offered'))`;

/** When it is over (see `isOver`); an event of more than 30 days is an exhibition, not something that is on. */
export const end = sql`coalesce(${events.endsAt}, ${events.startsAt} + interval '3 hours')`;

/** Announced to everybody (see `isListed`), and not deleted a moment ago. */
export const listed = sql`(${events.publishedAt} is not null and ${events.visibility} = 'public'
  and ${events.deletedAt} is null)`;

/** For queries: not by somebody whom moderators took out of lists. Who follows them comes across it all the same. */
export const unlimited = sql`${events.organizerId} <> all(${limitedIds()})`;

/** For queries: not announced by somebody whom this reader does not want to come across. Nobody: by anybody. */
export function welcomeTo(reader: Unwelcome | undefined): SQL | undefined {
  return reader && notOf(reader, { actorId: events.organizerId, domain: events.domain });
}

/** `mutedWord`: its reader does not want to read what contains it, unless they ask to. */
export type EventCard = Awaited<ReturnType<typeof selectCards>>[number] & { mutedWord?: string };

export const PAGE_SIZE = 24;

/** What is on, by date: announced to everybody and not over. `page` counts from 1; `reader`: nobody in particular. */
export function listUpcoming(
  db: Database,
  now: Date,
  { page, reader }: { page?: number; reader?: Unwelcome } = {},
): Promise<EventCard[]> {
  const order = asc(events.startsAt);
  return selectCards(db, [upcoming(now), unlimited, welcomeTo(reader)], { order, page });
}

/** What one identity announces to everybody, alone or with others, and is to come. `page` counts from 1. */
export function listUpcomingBy(
  db: Database,
  hostId: string,
  { now, page }: { now: Date; page: number },
): Promise<EventCard[]> {
  return selectCards(db, [upcoming(now), hostedBy(hostId)], {
    order: asc(events.startsAt),
    page,
  });
}

/** What it announced to everybody and took place, latest first: a handful, to show what to expect. */
export function listPastBy(db: Database, hostId: string, now: Date): Promise<EventCard[]> {
  return selectCards(db, [over(now), hostedBy(hostId)], {
    order: desc(events.startsAt),
    size: 6,
  });
}

/** How many of all that is on a reader comes across, or nobody in particular. */
export async function countUpcoming(db: Database, now: Date, reader?: Unwelcome): Promise<number> {
  const welcome = welcomeTo(reader);
  const isLimited = sql`${events.organizerId} = any(${limitedIds()})`;
  // Two counts on indexes: told by its row, each event would have to be read.
  const [all, left] = await Promise.all([
    db.$count(events, upcoming(now)),
    db.$count(events, and(upcoming(now), welcome ? or(isLimited, not(welcome)) : isLimited)),
  ]);
  return all - left;
}

/** How much one identity announces of what is on. */
export function countUpcomingBy(db: Database, now: Date, hostId: string): Promise<number> {
  return db.$count(events, and(upcoming(now), hostedBy(hostId)));
}

/** Reads cards with organiser, picture and places taken in one query. */
export function selectCards(
  db: Database,
  where: (SQL | undefined)[],
  { order, page = 1, size = PAGE_SIZE }: { order: SQL; page?: number; size?: number },
) {
  return db
    .select({
      event: columnsForAll,
      organizer: { id: actors.id, name: actors.name, handle: actors.handle },
      picture: getTableColumns(pictures),
      taken,
    })
    .from(events)
    .innerJoin(actors, eq(actors.id, events.organizerId))
    .leftJoin(pictures, eq(pictures.id, events.pictureId))
    .where(and(...where, isNull(events.deletedAt), isNull(actors.deletedAt)))
    .orderBy(order, asc(events.id))
    .limit(size)
    .offset((page - 1) * size);
}

function limitedIds(): SQL {
  return sql`array(select ${actors.id} from ${actors} where ${actors.limitedAt} is not null)`;
}

/** For queries: announced to everybody and took place. */
export function over(now: Date): SQL | undefined {
  const at = sql`${now.toISOString()}::timestamptz`;
  // What is over has begun: said so that an index of beginnings is not read from the far future on.
  return and(listed, sql`${end} <= ${at} and ${events.startsAt} < ${at} and ${events.status} <> 'cancelled'`);
}

/** For queries: announced to everybody and not over. */
export function upcoming(now: Date): SQL | undefined {
  return and(listed, gt(events.startsAt, beforeUpcoming(now)), gt(end, now.toISOString()), mayLast(now));
}

/** Says less than `end` does, in words that an index knows: what is over need not be read. */
function mayLast(now: Date): SQL {
  const since = new Date(now.getTime() - 3 * 3_600_000).toISOString();
  return sql`coalesce(${events.endsAt}, ${events.startsAt}) > ${since}::timestamptz`;
}

/** What began before is not upcoming, however long it lasts: an exhibition. */
export function beforeUpcoming(now: Date): Date {
  return new Date(now.getTime() - 30 * 86_400_000);
}

/** The drafts that an identity manages, last touched first. */
export function listDrafts(db: Database, hostId: string, page = 1): Promise<EventCard[]> {
  const draft = and(hostedBy(hostId), sql`${events.publishedAt} is null`);
  return selectCards(db, [draft], { order: desc(events.updatedAt), page });
}
