import { and, asc, count, desc, eq, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { type EventCard, listed, over, selectCards, upcoming } from "./cards";
import { hasTag } from "./feed-entries";

/** What events have in common: a tag, folded, or the code of a category. */
export type Topic = { kind: "tag" | "category"; value: string };

const PAST_AT_MOST = 12;

/** What is to come of it, by date. `page` counts from 1. */
export function listUpcomingIn(
  db: Database,
  topic: Topic,
  { now, page }: { now: Date; page: number },
): Promise<EventCard[]> {
  return selectCards(db, [upcoming(now), within(db, topic)], { order: asc(events.startsAt), page });
}

export async function countUpcomingIn(db: Database, topic: Topic, now: Date): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(events)
    .where(and(upcoming(now), within(db, topic)));
  return row!.total;
}

/** What took place, latest first: some, to show what to expect. */
export function listPastIn(db: Database, topic: Topic, now: Date): Promise<EventCard[]> {
  return selectCards(db, [over(now), within(db, topic)], {
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
    .where(and(listed, within(db, topic)))
    .limit(1);
  return rows.length > 0;
}

function within(db: Database, { kind, value }: Topic): SQL {
  return kind === "tag" ? hasTag(db, value) : eq(events.category, value);
}
