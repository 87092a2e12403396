import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { media } from "@/db/schema/media";

/** `bytes`: of all files that are shown, in each width; uploads that wait are not weighed. */
export type Weight = { count: number; bytes: number };

const remembered = new WeakMap<Database, Weight & { until: number }>();
/** Fewer are weighed anew each time, so that whoever clears up sees at once what it brought. */
const MANY = 10_000;
const REMEMBERED_MS = 10 * 60_000;

/** How many pictures there are, of here and from elsewhere, and what they weigh. Of many, as they were up to ten minutes ago. */
export async function weighPictures(db: Database, now: Date): Promise<Weight> {
  const known = remembered.get(db);
  if (known && known.until > now.getTime()) return known;
  const [row] = await db.execute<Weight>(
    sql`select count(*)::int as count, coalesce(sum(${media.bytes}), 0)::float8 as bytes from ${media}`,
  );
  const weight = { count: row!.count, bytes: row!.bytes };
  if (weight.count > MANY) remembered.set(db, { ...weight, until: now.getTime() + REMEMBERED_MS });
  return weight;
}
