import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { EventCard } from "../cards";
import { conditionsOf } from "./filters";
import type { SearchQuery } from "./input";
import { askForgivingly, cardsOf, type Meaning } from "./search";
import { addDays, type DaySpan, listDays, spanOfDays, startOfDay } from "./when";

/** What is on at one day ("2026-11-26"): the first few, and how many there are. */
export type CalendarDay = { day: string; cards: EventCard[]; total: number };

type Shown = { days: DaySpan; atMost: number };

/**
 * What is found, day by day on the reader's clocks; the query's own dates do not count. What lasts stands at each of
 * its days, and a night that ends before seven belongs to the day on which it began.
 */
export async function searchCalendar(
  db: Database,
  query: SearchQuery,
  { days, atMost, ...meaning }: Meaning & Shown,
): Promise<CalendarDay[]> {
  const asked: SearchQuery = { ...query, period: "any", from: days.first, to: days.last };
  const { zone } = meaning;
  const { found: rows } = await askForgivingly(db, {
    query: asked,
    meaning,
    ask: (filters) =>
      rowsOfDays(db, conditionsOf({ ...filters, ...spanOfDays(days, zone) }), { days, atMost, zone }),
    isNothing: ({ length }) => length === 0,
  });
  const cards = await cardsOf(db, [...new Set(rows.map(({ id }) => id))]);
  const byId = new Map(cards.map((card) => [card.event.id, card]));
  return listDays(days).map((day, index) => {
    const own = rows.filter((row) => row.day === index + 1);
    return { day, cards: own.flatMap(({ id }) => byId.get(id) ?? []), total: own[0]?.total ?? 0 };
  });
}

/** `day` counts from 1. */
type Row = { day: number; id: string; total: number };

function rowsOfDays(
  db: Database,
  conditions: ReturnType<typeof conditionsOf>,
  shown: Shown & { zone: string },
) {
  const { days, atMost, zone } = shown;
  const listed = listDays(days);
  const count = listed.length;
  // Where each day begins, and the last one ends: cheaper than asking for the date of each event.
  const starts = [...listed, addDays(days.last, 1)].map((day) => startOfDay(day, zone).toISOString());
  const bounds = sql`${`{${starts.join(",")}}`}::timestamptz[]`;
  return db.execute<Row>(sql`
    with found as (
      select event_id, starts_at, first_day, case when first_day = last_day then first_day
          when ends_at - starts_at <= interval '24 hours'
            and extract(hour from (ends_at - interval '1 microsecond') at time zone ${zone}) < 7 then first_day
          else last_day end as last_day
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
    where number <= ${atMost} order by day, number`);
}
