import { formatter, languageTag } from "@/lib/core/dates/date-text";
import { localOf } from "@/lib/core/dates/local-time";

/** What stands together in a list: what is already on, the two weeks ahead, and then month by month ("2026-12"). */
type Period = "now" | "thisWeek" | "nextWeek" | { month: string };

export type EventGroup<Card> = { key: string; period: Period; cards: Card[] };

type Timed = { event: { startsAt: Date | null; zone: string } };

/**
 * Keeps the order of the cards, but what begins this week goes before what has been on for long. Days are those of
 * each event's own zone; weeks begin on Monday.
 */
export function groupByTime<Card extends Timed>(cards: Card[], now: Date): EventGroup<Card>[] {
  const groups = new Map<string, EventGroup<Card>>();
  for (const card of cards) {
    const period = periodOf(card, now);
    const key = typeof period === "string" ? period : period.month;
    const group = groups.get(key) ?? { key, period, cards: [] };
    group.cards.push(card);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => Number(b.key === "thisWeek") - Number(a.key === "thisWeek"));
}

/** "December 2026", "Décembre 2026": a month as a heading. */
export function monthTitle(month: string, locale: string): string {
  const options = { month: "long", year: "numeric", timeZone: "UTC" } as const;
  const title = formatter(languageTag(locale), options).format(new Date(`${month}-01T00:00Z`));
  return title.charAt(0).toLocaleUpperCase(locale) + title.slice(1);
}

function periodOf({ event: { startsAt, zone } }: Timed, now: Date): Period {
  const start = localOf(startsAt ?? now, zone);
  const [day, today] = [dayNumber(start), dayNumber(localOf(now, zone))];
  if (day < today) return "now";
  const weeksAhead = weekNumber(day) - weekNumber(today);
  if (weeksAhead === 0) return "thisWeek";
  return weeksAhead === 1 ? "nextWeek" : { month: start.slice(0, 7) };
}

function dayNumber(local: string): number {
  return Date.parse(`${local.slice(0, 10)}T00:00Z`) / 86_400_000;
}

/** Day 0, the first of January 1970, was a Thursday. */
function weekNumber(day: number): number {
  return Math.floor((day + 3) / 7);
}
