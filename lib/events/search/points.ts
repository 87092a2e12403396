import { and, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { listed } from "../cards";
import { conditionsOf } from "./filters";
import { POINTS_AT_MOST, type SearchQuery } from "./input";
import { askForgivingly, type Meaning } from "./search";

/** Where the soonest of what is found are, for a map: as the index knows it, so roughly where the address is hidden. */
export async function searchPoints(db: Database, query: SearchQuery, meaning: Meaning) {
  const { found: points } = await askForgivingly(db, {
    query,
    meaning,
    ask: (filters) =>
      db.execute<{ id: string; latitude: number; longitude: number }>(sql`
        select s.event_id as id, s.latitude, s.longitude from event_search s
        where ${conditionsOf(filters)} and s.latitude is not null
        order by s.starts_at, s.event_id limit ${POINTS_AT_MOST}`),
    isNothing: ({ length }) => length === 0,
  });
  const { id, slug, title, startsAt, zone, isAddressHidden } = events;
  const ids = points.map((point) => point.id);
  const rows = await db
    .select({ id, slug, title, startsAt, zone, isAddressHidden })
    .from(events)
    .where(and(listed, inArray(events.id, ids)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return points.flatMap(({ latitude, longitude, ...point }) => {
    const event = byId.get(point.id);
    return event ? [{ ...event, latitude, longitude }] : [];
  });
}

export type FoundPoint = Awaited<ReturnType<typeof searchPoints>>[number];
