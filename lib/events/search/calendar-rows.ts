import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conditionsOf, type Filters, hasDocument } from "./filters";
import { addDays, type DaySpan, listDays, startOfDay } from "./when";

type Shown = { days: DaySpan; atMost: number; zone: string };

/** An event that stands at a day; `day` counts from 1, `total` is how many do. */
type Row = { day: number; id: string; total: number };

/**
 * The first few of each day, in order, of what `filters` choose between the first day and the last. Of a month in which
 * hundreds stand at each day, what nobody narrowed down is not gathered, but counted day by day in the index of times.
 */
export function listRowsOfDays(db: Database, filters: Filters, shown: Shown): Promise<Row[]> {
  const conditions = conditionsOf(filters);
  return db.execute<Row>(hasDocument(filters) ? ofFound(conditions, shown) : ofAll(conditions, shown));
}

function ofFound(conditions: SQL, { days, atMost, zone }: Shown): SQL {
  const count = listDays(days).length;
  const bounds = boundsOf(days, zone);
  return sql`
    with found as (
      select event_id, starts_at, first_day, case when first_day = last_day then first_day
          else ${lastDay(zone, sql`last_day`)} end as last_day
      from (
        select s.event_id, s.starts_at, s.ends_at, width_bucket(s.starts_at, ${bounds}) as first_day,
          width_bucket(s.ends_at - interval '1 microsecond', ${bounds}) as last_day
        from event_search s where ${conditions}) bounded
    ), daily as (
      select first_day as day, starts_at, event_id from found
      where first_day = last_day and first_day between 1 and ${count}::int
      union all
      select d.day, starts_at, event_id from found,
        lateral generate_series(greatest(first_day, 1), least(last_day, ${count}::int)) d(day)
      where first_day < last_day
    ), numbered as (
      select day, event_id, count(*) over (partition by day) as total,
        row_number() over (partition by day order by starts_at, event_id) as number
      from daily
    )
    select day, event_id as id, total::int as total from numbered
    where number <= ${atMost} order by day, number`;
}

/** What began on an earlier day is gathered, as it is little; it comes before what begins on the day itself. */
function ofAll(conditions: SQL, { days, atMost, zone }: Shown): SQL {
  const count = listDays(days).length;
  const bounds = boundsOf(days, zone);
  const ofDay = sql`s.starts_at >= d.start and s.starts_at < d.stop and ${conditions}`;
  return sql`
    with days as materialized (
      select day, (${bounds})[day] as start, (${bounds})[day + 1] as stop from generate_series(1, ${count}::int) day
    ), later as (
      select 0 as first_day, s.event_id, s.starts_at, s.ends_at from event_search s
      where s.starts_at < (${bounds})[1] and ${conditions}
      union all
      -- "offset 0": day by day, rather than all of the month held against each day
      select d.day, begun.* from days d, lateral (
        select s.event_id, s.starts_at, s.ends_at from event_search s where ${ofDay} and s.ends_at > d.stop offset 0) begun
    ), known as materialized (
      select event_id, starts_at, first_day,
        ${lastDay(zone, sql`width_bucket(ends_at - interval '1 microsecond', ${bounds})`)} as last_day
      from later
    ), lasting as materialized (
      select d.day, event_id, starts_at
      from known join days d on d.day > first_day and d.day <= last_day
      where first_day < last_day
    ), numbered as (
      select day, event_id, row_number() over (partition by day order by starts_at, event_id) as number from lasting
    ), shown as (
      select day, 0 as rank, number, event_id from numbered where number <= ${atMost}
      union all
      select d.day, 1, begun.number, begun.event_id from days d, lateral (
        select s.event_id, row_number() over (order by s.starts_at, s.event_id) as number
        from event_search s where ${ofDay} order by s.starts_at, s.event_id limit ${atMost}) begun
    ), ranked as (
      select day, event_id, row_number() over (partition by day order by rank, number) as number from shown
    ), counted as (
      select day, sum(total)::int as total from (
        select day, count(*) as total from lasting group by day
        union all
        select d.day, (select count(*) from event_search s where ${ofDay}) from days d) each_kind
      group by day
    )
    select day, event_id as id, total from ranked join counted using (day)
    where number <= ${atMost} order by day, number`;
}

/** Where each day begins, and the last one ends: cheaper than asking for the date of each event. */
function boundsOf(days: DaySpan, zone: string): SQL {
  const starts = [...listDays(days), addDays(days.last, 1)].map((day) => startOfDay(day, zone).toISOString());
  return sql`${`{${starts.join(",")}}`}::timestamptz[]`;
}

/** A night that ends before seven belongs to the day on which it began. */
function lastDay(zone: string, otherwise: SQL): SQL {
  return sql`case when ends_at - starts_at <= interval '24 hours'
    and extract(hour from (ends_at - interval '1 microsecond') at time zone ${zone}) < 7 then first_day
    else ${otherwise} end`;
}
