import type { Database } from "@/db/client";
import type { EventCard } from "../cards";
import { listRowsOfDays } from "./calendar-rows";
import type { SearchQuery } from "./input";
import { askForgivingly, cardsOf, type Meaning } from "./search";
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
  const { zone } = meaning;
  const { found: rows } = await askForgivingly(db, {
    query: asked,
    meaning,
    ask: (filters) => listRowsOfDays(db, { ...filters, ...spanOfDays(days, zone) }, { days, atMost, zone }),
    isNothing: ({ length }) => length === 0,
  });
  const cards = await cardsOf(db, [...new Set(rows.map(({ id }) => id))]);
  const byId = new Map(cards.map((card) => [card.event.id, card]));
  return listDays(days).map((day, index) => {
    const own = rows.filter((row) => row.day === index + 1);
    return { day, cards: own.flatMap(({ id }) => byId.get(id) ?? []), total: own[0]?.total ?? 0 };
  });
}
