import { instantOf, localOf } from "@/lib/core/dates/local-time";
import type { SearchQuery } from "./input";

/** A stretch of time: from the first instant to the one after the last; null where it has no such end. */
export type Span = { from: Date | null; to: Date | null };

/** Days of the calendar ("2026-11-26"), without a zone. */
export type DaySpan = { first: string; last: string };

type Asked = Pick<SearchQuery, "period" | "from" | "to">;

/**
 * What a period means to a reader: days begin and end on their clocks, weeks begin on Monday. "Any" is what is not
 * over; "past" is what is. From Saturday on, "weekend" is the one that is on.
 */
export function spanOfPeriod({ period, from, to }: Asked, now: Date, zone: string): Span {
  if (from || to) {
    return { from: from ? startOfDay(from, zone) : null, to: to ? startOfDay(addDays(to, 1), zone) : null };
  }
  if (period === "any") return { from: now, to: null };
  if (period === "past") return { from: null, to: now };
  return spanOfDays(daysOf(period, localOf(now, zone).slice(0, 10)), zone);
}

export function spanOfDays({ first, last }: DaySpan, zone: string): { from: Date; to: Date } {
  return { from: startOfDay(first, zone), to: startOfDay(addDays(last, 1), zone) };
}

/** The whole weeks that a month is drawn in: four to six, from a Monday to a Sunday. */
export function weeksOfMonth(day: string): DaySpan {
  const [first, last] = [firstOfMonth(day), lastOfMonth(day)];
  return { first: mondayOf(first), last: addDays(mondayOf(last), 6) };
}

export function weekOf(day: string): DaySpan {
  const monday = mondayOf(day);
  return { first: monday, last: addDays(monday, 6) };
}

export function listDays({ first, last }: DaySpan): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

export function addDays(day: string, days: number): string {
  return dayText(numberOf(day) + days);
}

/** The first day of the month that is `months` away. */
export function addMonths(day: string, months: number): string {
  const [year, month] = day.split("-").map(Number);
  return new Date(Date.UTC(year!, month! - 1 + months, 1)).toISOString().slice(0, 10);
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

function lastOfMonth(day: string): string {
  return addDays(addMonths(day, 1), -1);
}

function daysOf(period: Exclude<SearchQuery["period"], "any" | "past">, today: string): DaySpan {
  const monday = mondayOf(today);
  switch (period) {
    case "today":
      return { first: today, last: today };
    case "tomorrow":
      return { first: addDays(today, 1), last: addDays(today, 1) };
    case "weekend":
      return { first: addDays(monday, 5), last: addDays(monday, 6) };
    case "week":
      return { first: monday, last: addDays(monday, 6) };
    case "next-week":
      return { first: addDays(monday, 7), last: addDays(monday, 13) };
    case "month":
      return { first: firstOfMonth(today), last: lastOfMonth(today) };
    case "next-month":
      return { first: addMonths(today, 1), last: lastOfMonth(addMonths(today, 1)) };
  }
}

/** The first instant of a day. Where clocks jump over midnight (Beirut, Havana), the first time that they show. */
export function startOfDay(day: string, zone: string): Date {
  const midnight = instantOf(`${day}T00:00`, zone);
  if (midnight.kind === "ok" || midnight.kind === "ambiguous") return midnight.instant;
  if (midnight.kind === "nonexistent") {
    const next = instantOf(midnight.next, zone);
    if (next.kind === "ok" || next.kind === "ambiguous") return next.instant;
  }
  return new Date(`${day}T00:00Z`);
}

function mondayOf(day: string): string {
  // Day 0, the first of January 1970, was a Thursday.
  const number = numberOf(day);
  return dayText(number - ((((number + 3) % 7) + 7) % 7));
}

function numberOf(day: string): number {
  return Date.parse(`${day}T00:00Z`) / 86_400_000;
}

function dayText(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}
