import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conditionsOf, distanceFrom, type Filters } from "./filters";
import { LAST_PAGE, type SearchQuery } from "./input";

export const RESULTS_PER_PAGE = 24;

/** Results are counted as far as they can be looked at. */
export const COUNTED_AT_MOST = RESULTS_PER_PAGE * LAST_PAGE;

/** Ranking and measuring reads rows: only the soonest so many are compared. */
const COMPARED_AT_MOST = 2000;

/** `size`: how many a page has; feeds have large ones. */
type Wanted = Pick<SearchQuery, "sort" | "page"> & { filters: Filters; size?: number };

/** Ids of one page of what is found, in order. The order is the same at every page: nothing comes twice or never. */
export async function findEventIds(
  db: Database,
  { filters, sort, page, size = RESULTS_PER_PAGE }: Wanted,
): Promise<string[]> {
  const order = orderOf(filters, sort);
  const offset = (page - 1) * size;
  // What is past is read backwards.
  const soonest = sql.raw(filters.from ? "s.starts_at, s.event_id" : "s.ends_at desc, s.event_id desc");
  const source = order
    ? sql`(select s.* from event_search s where ${conditionsOf(filters)} order by ${soonest} limit ${COMPARED_AT_MOST})`
    : sql`(select s.* from event_search s where ${conditionsOf(filters)})`;
  const rows = await db.execute<{ id: string }>(sql`
    select s.event_id as id from ${source} s
    order by ${order ? sql`${order}, ` : sql``}${soonest}
    limit ${size} offset ${offset}`);
  return rows.map(({ id }) => id);
}

/** How many are found, up to `COUNTED_AT_MOST` and one. */
export async function countFound(db: Database, filters: Filters): Promise<number> {
  const rows = await db.execute<{ total: number }>(sql`
    select count(*)::int as total from (
      select from event_search s where ${conditionsOf(filters)} limit ${COUNTED_AT_MOST + 1}) found`);
  return rows[0]!.total;
}

/** Null: by date alone, which is also what is left where there is no place to be close to, or no word to match. */
function orderOf({ around, rank }: Filters, sort: SearchQuery["sort"]): SQL | null {
  if (sort === "closeness" && around) return distanceFrom(around.point);
  if (sort === "relevance" && rank) return sql`ts_rank(s.document, ${rank}::tsquery) desc`;
  return null;
}
