import { and, asc, count, desc, eq, exists, gt, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events, eventTags } from "@/db/schema/events";
import { type Place, places } from "@/db/schema/places";
import type { Unwelcome } from "@/lib/identities/blocks/unwelcome";
import {
  beforeUpcoming,
  type EventCard,
  listed,
  over,
  selectCards,
  unlimited,
  upcoming,
  welcomeTo,
} from "./cards";

/** What events have in common: a tag, folded (`foldTag`), the code of a category, or the id of a place. */
export type Topic = { kind: "tag" | "category" | "place"; value: string };

const PAST_AT_MOST = 12;

/** `reader`: nobody in particular. */
type Asked = { now: Date; reader?: Unwelcome };

/** What is to come of it, by date. `page` counts from 1. */
export function listUpcomingIn(
  db: Database,
  topic: Topic,
  { now, page, reader }: Asked & { page: number },
): Promise<EventCard[]> {
  return selectCards(db, [upcomingIn(db, topic, now), welcomeTo(reader)], {
    order: asc(events.startsAt),
    page,
  });
}

export async function countUpcomingIn(db: Database, topic: Topic, { now, reader }: Asked): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(events)
    .where(and(upcomingIn(db, topic, now), welcomeTo(reader)));
  return row!.total;
}

/** What took place, latest first: some, to show what to expect. */
export function listPastIn(db: Database, topic: Topic, { now, reader }: Asked): Promise<EventCard[]> {
  return selectCards(db, [over(now), unlimited, about(db, topic), welcomeTo(reader)], {
    order: desc(events.startsAt),
    size: PAST_AT_MOST,
  });
}

export type CategoryInUse = { code: string; total: number };

/** What can be chosen from: categories of what is to come, those with most first. */
export function listCategoriesInUse(db: Database, now: Date): Promise<CategoryInUse[]> {
  const total = count();
  return db
    .select({ code: events.category, total })
    .from(events)
    .where(upcoming(now))
    .groupBy(events.category)
    .orderBy(desc(total), asc(events.category));
}

/** Whether anything that was announced to everybody is or was about it. */
export async function isTopicKnown(db: Database, topic: Topic): Promise<boolean> {
  const rows = await db
    .select({ id: events.id })
    .from(events)
    .where(and(listed, unlimited, about(db, topic)))
    .limit(1);
  return rows.length > 0;
}

/** A place by what its address says; whether anything is on there that everybody may know of, `isTopicKnown` tells. */
export async function findPlaceBySlug(db: Database, slug: string): Promise<Place | null> {
  const [place] = await db.select().from(places).where(eq(places.slug, slug));
  return place ?? null;
}

/** For queries: only what is about it, or of that what begins after `since`. What hides its address is at no place. */
export function about(db: Database, { kind, value }: Topic, since?: Date): SQL | undefined {
  if (kind === "category") return eq(events.category, value);
  if (kind === "place") return and(eq(events.placeId, value), eq(events.isAddressHidden, false));
  const tagged = and(
    eq(eventTags.eventId, events.id),
    eq(eventTags.tag, value),
    since && gt(eventTags.startsAt, since),
  );
  return exists(db.select({ tag: eventTags.tag }).from(eventTags).where(tagged));
}

function upcomingIn(db: Database, topic: Topic, now: Date): SQL | undefined {
  return and(upcoming(now), unlimited, about(db, topic, beforeUpcoming(now)));
}
