import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { EventCard } from "../cards";
import { conditionsOf } from "./filters";
import type { SearchQuery } from "./input";
import { cardsOf, type Meaning, understand } from "./search";
import { type DaySpan, listDays, spanOfDays } from "./when";

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
  const { filters } = await understand(db, asked, meaning);
  const rows = await rowsOfDays(db, conditionsOf({ ...filters, ...spanOfDays(days, meaning.zone) }), {
    days,
    atMost,
    zone: meaning.zone,
  });
  const cards = await cardsOf(db, [...new Set(rows.map(({ id }) => id))]);
  const byId = new Map(cards.map((card) => [card.event.id, card]));
  return listDays(days).map((day) => {
    const own = rows.filter((row) => row.day === day);
    return { day, cards: own.flatMap(({ id }) => byId.get(id) ?? []), total: own[0]?.total ?? 0 };
  });
}

type Row = { day: string; id: string; total: number };

function rowsOfDays(
  db: Database,
  conditions: ReturnType<typeof conditionsOf>,
  shown: Shown & { zone: string },
) {
  const { days, atMost, zone } = shown;
  return db.execute<Row>(sql`
    with found as (
      select s.event_id, s.starts_at, (s.starts_at at time zone ${zone})::date as first_day,
        case when s.ends_at - s.starts_at <= interval '24 hours'
            and extract(hour from (s.ends_at - interval '1 microsecond') at time zone ${zone}) < 7
          then (s.starts_at at time zone ${zone})::date
          else ((s.ends_at - interval '1 microsecond') at time zone ${zone})::date end as last_day
      from event_search s where ${conditions}
    ), daily as (
      select first_day as day, starts_at, event_id from found
      where first_day = last_day and first_day between ${days.first}::date and ${days.last}::date
      union all
      select d.day::date, starts_at, event_id from found, lateral generate_series(
        greatest(first_day, ${days.first}::date), least(last_day, ${days.last}::date), interval '1 day') d(day)
      where first_day < last_day
    ), numbered as (
      select day, event_id, count(*) over (partition by day) as total,
        row_number() over (partition by day order by starts_at, event_id) as number
      from daily
    )
    select to_char(day, 'YYYY-MM-DD') as day, event_id as id, total::int as total from numbered
    where number <= ${atMost} order by day, number`);
}
