import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conditionsOf, distanceFrom, type Filters, hasDocument } from "./filters";
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
  const soonest = soonestFirst(filters);
  const source = order
    ? sql`(select s.* from event_search s where ${conditionsOf(filters)} order by ${soonest} limit ${COMPARED_AT_MOST})`
    : sql`(select s.* from event_search s where ${conditionsOf(filters)})`;
  const rows = await db.execute<{ id: string }>(sql`
    select s.event_id as id from ${source} s ${withDocument(order)}
    order by ${order ? sql`${order}, ` : sql``}${soonest}
    limit ${size} offset ${offset}`);
  return rows.map(({ id }) => id);
}

/** Ids of one page, and how many are found, up to `COUNTED_AT_MOST` and one: in one question where one index answers both. */
export async function findPage(db: Database, wanted: Wanted): Promise<{ ids: string[]; total: number }> {
  const { filters, sort, page } = wanted;
  if (!hasDocument(filters)) {
    const total = await countFound(db, filters);
    return { ids: total === 0 ? [] : await findEventIds(db, wanted), total };
  }
  const order = orderOf(filters, sort);
  const soonest = soonestFirst(filters);
  const rows = await db.execute<{ id: string; total: number }>(sql`
    with found as materialized (
      select s.event_id, s.starts_at, s.ends_at, s.latitude, s.longitude from event_search s where ${conditionsOf(filters)}
    ), compared as (select * from found s order by ${soonest} limit ${COMPARED_AT_MOST})
    select s.event_id as id, (select count(*) from found)::int as total
    from compared s ${withDocument(order)}
    order by ${order ? sql`${order}, ` : sql``}${soonest}
    limit ${RESULTS_PER_PAGE} offset ${(page - 1) * RESULTS_PER_PAGE}`);
  const total = rows[0]?.total ?? (page > 1 ? await countFound(db, filters) : 0);
  return { ids: rows.map(({ id }) => id), total };
}

/** Ranking reads the words again, of those only that are compared. */
function withDocument(order: SQL | null): SQL {
  return order ? sql`join event_search r on r.event_id = s.event_id` : sql``;
}

/** What is past is read backwards. */
function soonestFirst({ from }: Filters): SQL {
  return sql.raw(from ? "s.starts_at, s.event_id" : "s.ends_at desc, s.event_id desc");
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
  if (sort === "relevance" && rank) return sql`ts_rank(r.document, ${rank}::tsquery) desc`;
  return null;
}
