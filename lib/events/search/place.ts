import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Point } from "./cells";
import { quoted } from "./filters";

/** Events that are looked at to find out where a town is. */
const ASKED = 50;

/** Towns stay where they are: what was found is kept for ten minutes, the names asked for last. */
const KEPT_MS = 600_000;
const KEPT_AT_MOST = 1000;
const kept = new WeakMap<Database, Map<string, { point: Point; until: number }>>();

/**
 * Where a town or place is that somebody typed, as far as the events here tell: the middle of those whose place is
 * called so, in the part of the world where most of them are. Null: nobody here knows it.
 */
export async function findPlaceNamed(db: Database, name: string): Promise<Point | null> {
  const known = kept.get(db) ?? new Map();
  kept.set(db, known);
  const key = name.trim().toLowerCase();
  const last = known.get(key);
  if (last && last.until > Date.now()) return last.point;
  const point = await askEvents(db, name);
  known.delete(key);
  if (point) known.set(key, { point, until: Date.now() + KEPT_MS });
  if (known.size > KEPT_AT_MOST) known.delete(known.keys().next().value!);
  return point;
}

async function askEvents(db: Database, name: string): Promise<Point | null> {
  const words = await db.execute<{ word: string }>(
    sql`select unnest(tsvector_to_array(to_tsvector('plain_words', ${name}))) as word`,
  );
  if (words.length === 0) return null;
  const query = words.map(({ word }) => `${quoted(word)}:B`).join(" & ");
  const [found] = await db.execute<Point>(sql`
    select avg(latitude)::float8 as latitude, avg(longitude)::float8 as longitude
    from (
      select latitude, longitude from event_search
      where document @@ ${query}::tsquery and latitude is not null limit ${ASKED}) known
    group by round(latitude), round(longitude)
    order by count(*) desc, round(latitude), round(longitude)
    limit 1`);
  return found ?? null;
}
