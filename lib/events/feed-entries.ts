import { and, asc, desc, eq, getTableColumns, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { events, eventTags } from "@/db/schema/events";
import { places } from "@/db/schema/places";
import { end, listed, unlimited } from "./cards";
import { hostedBy } from "./hosts/hosted-by";
import { about, type Topic } from "./topics";

/** Whose events a public feed tells: everybody's, one identity's (alone or with others), or those about something. */
export type FeedScope = { kind: "all" } | { kind: "host"; actorId: string } | Topic;

export type FeedEntry = Awaited<ReturnType<typeof listCalendarEntries>>[number];

/** How many events a public calendar holds at most. */
export const CALENDAR_ENTRIES = 500;
/** How many events a public news feed holds at most. */
export const NEWS_ENTRIES = 100;

const DAY = 86_400_000;
const DAYS_BACK = 30;

const orders = { soonest: asc(events.startsAt), newest: desc(events.publishedAt) };

const tags = sql<string[]>`coalesce((select json_agg(${eventTags.tag} order by ${eventTags.position})
  from ${eventTags} where ${eventTags.eventId} = ${events.id}), '[]'::json)`;

/** What was on in the last 30 days, is on and is to come, soonest first. The same all through a day (UTC). */
export function listCalendarEntries(db: Database, scope: FeedScope, now: Date) {
  const since = new Date(dayOf(now).getTime() - DAYS_BACK * DAY);
  const where = and(gt(end, since.toISOString()), within(db, scope));
  return selectEntries(db, where, { order: orders.soonest, size: CALENDAR_ENTRIES });
}

/** What is to come, last announced first. The same all through a day (UTC). */
export function listNewsEntries(db: Database, scope: FeedScope, now: Date): Promise<FeedEntry[]> {
  const where = and(gt(end, dayOf(now).toISOString()), within(db, scope));
  return selectEntries(db, where, { order: orders.newest, size: NEWS_ENTRIES });
}

/** What a search found, without what nobody may find any more. */
export async function listFoundEntries(
  db: Database,
  ids: string[],
  order: keyof typeof orders,
): Promise<FeedEntry[]> {
  if (ids.length === 0) return [];
  return selectEntries(db, inArray(events.id, ids), { order: orders[order], size: ids.length });
}

/** When a feed that is read now will look different although nothing changes. */
export function feedEndsAt(now: Date): Date {
  return new Date(dayOf(now).getTime() + DAY);
}

function dayOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / DAY) * DAY);
}

function selectEntries(db: Database, where: SQL | undefined, { order, size }: { order: SQL; size: number }) {
  return db
    .select({
      event: getTableColumns(events),
      organizer: { name: actors.name },
      locality: places.locality,
      tags,
    })
    .from(events)
    .innerJoin(actors, eq(actors.id, events.organizerId))
    .leftJoin(places, eq(places.id, events.placeId))
    .where(and(listed, isNull(actors.deletedAt), where))
    .orderBy(order, asc(events.id))
    .limit(size);
}

function within(db: Database, scope: FeedScope): SQL | undefined {
  if (scope.kind === "host") return hostedBy(scope.actorId);
  return scope.kind === "all" ? unlimited : and(unlimited, about(db, scope));
}
