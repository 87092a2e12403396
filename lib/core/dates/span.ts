import { localOf } from "./local-time";

/** How an event lies over the days of its zone; an end that is not after the start counts as none. */
export type Span =
  | { kind: "point" }
  | { kind: "one_day"; endsAtMidnight: boolean }
  | { kind: "overnight" }
  /** `lastMoment` lies on the last day, also when the event ends at the midnight after it. */
  | { kind: "days"; lastMoment: Date };

const day = 86_400_000;

/** Tells a concert that ends at 2 in the night, which is one evening, from a weekend, which is three days. */
export function spanOf(startsAt: Date, endsAt: Date | null, zone: string): Span {
  if (!endsAt || endsAt <= startsAt) return { kind: "point" };
  const start = localOf(startsAt, zone);
  const end = localOf(endsAt, zone);
  const lastMoment = new Date(Math.max(startsAt.getTime(), endsAt.getTime() - 1000));
  const endsAtMidnight = end.endsWith("T00:00");

  if (dateOf(start) === dateOf(end)) return { kind: "one_day", endsAtMidnight: false };
  if (endsAtMidnight && dateOf(localOf(lastMoment, zone)) === dateOf(start)) {
    return { kind: "one_day", endsAtMidnight };
  }
  const isShort = endsAt.getTime() - startsAt.getTime() < day;
  const isNextDay = Date.parse(`${dateOf(end)}Z`) - Date.parse(`${dateOf(start)}Z`) === day;
  if (isShort && isNextDay && end.slice(11) <= "12:00") return { kind: "overnight" };
  return { kind: "days", lastMoment };
}

function dateOf(local: string): string {
  return local.slice(0, 10);
}
