import type { ZoneChange } from "@/lib/core/dates/zone-changes";

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/**
 * The rule that one change a year follows ("the last Sunday of March at the same hour"), as an RRULE without an end;
 * null when a year has none or two, or when the years do not agree.
 */
export function yearlyRule(years: ZoneChange[][]): string | null {
  const days = years.map(([change, ...others]) => (change && others.length === 0 ? dayOf(change) : null));
  const [first] = days;
  if (!first) return null;
  const agree = days.every((day) => day !== null && day.signature === first.signature);
  if (!agree) return null;
  if (days.every((day) => day?.isLast)) return `${first.month};BYDAY=-1${first.weekday}`;
  if (days.every((day) => day?.week === first.week))
    return `${first.month};BYDAY=${first.week}${first.weekday}`;
  return null;
}

function dayOf({ at, from, to }: ZoneChange) {
  const wall = new Date(at.getTime() + from * 1000);
  const date = wall.getUTCDate();
  const daysInMonth = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate();
  const weekday = weekdays[wall.getUTCDay()] ?? "";
  const month = `FREQ=YEARLY;BYMONTH=${wall.getUTCMonth() + 1}`;
  return {
    month,
    weekday,
    week: Math.ceil(date / 7),
    isLast: date + 7 > daysInMonth,
    signature: [month, weekday, wall.toISOString().slice(11), from, to].join(),
  };
}
