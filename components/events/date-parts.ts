import { formatter } from "@/lib/core/dates/date-text";

type Moment = { start: Date; end?: Date | null; timeZone: string; locale: string };

export type DateParts = {
  weekday: string;
  day: string;
  month: string;
  /** For machines: the first day, as it is called where the event takes place. */
  dateTime: string;
  isRange: boolean;
};

/**
 * The words of a date block. A concert until three in the morning is one day; a camp is "26–28 Nov", and
 * "30–2 Nov–Dec" across a month.
 */
export function dateParts({ start, end, timeZone, locale }: Moment): DateParts {
  const first = civil(start, timeZone);
  const last = end && end > start ? lastDay(end, { timeZone, start }) : start;
  const dateTime = first.date;
  const isRange = civil(last, timeZone).date !== first.date;
  const word = (date: Date, options: Intl.DateTimeFormatOptions) =>
    formatter(locale, { ...options, timeZone })
      .format(date)
      .replace(/\.$/, "");
  const span = (options: Intl.DateTimeFormatOptions) => {
    const [from, to] = [word(start, options), word(last, options)];
    return from === to ? from : `${from}–${to}`;
  };
  const day = (date: Date) => String(civil(date, timeZone).day);
  return {
    weekday: span({ weekday: "short" }),
    day: isRange ? `${day(start)}–${day(last)}` : day(start),
    month: span({ month: "short" }),
    dateTime,
    isRange,
  };
}

/** A night out ends on the day on which it began; midnight is the end of a day and not the start of another. */
function lastDay(end: Date, { timeZone, start }: { timeZone: string; start: Date }): Date {
  const isNight = end.getTime() - start.getTime() < 24 * 3_600_000 && civil(end, timeZone).hour < 7;
  return isNight ? start : new Date(end.getTime() - 1);
}

function civil(date: Date, timeZone: string) {
  const parts = formatter("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    hourCycle: "h23",
  }).formatToParts(date);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((entry) => entry.type === type)?.value ?? "";
  return {
    date: `${part("year")}-${part("month")}-${part("day")}`,
    day: Number(part("day")),
    hour: Number(part("hour")),
  };
}
