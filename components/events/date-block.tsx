import { useLocale } from "next-intl";
import { dateParts } from "./date-parts";

type DateBlockProps = {
  start: Date;
  end?: Date | null;
  /** The event's own zone: the day it happens there, whoever looks. */
  timeZone: string;
  /** It is another day now, or none. */
  isOff?: boolean;
};

/** The visual signature of every event: weekday, day and month, or the days from first to last. */
export function DateBlock({ start, end, timeZone, isOff = false }: DateBlockProps) {
  const parts = dateParts({ start, end, timeZone, locale: useLocale() });
  const classes = ["date", parts.isRange && "date-range", isOff && "date-off"].filter(Boolean);
  return (
    <time className={classes.join(" ")} dateTime={parts.dateTime}>
      <span className="date-weekday">{parts.weekday}</span> <span className="date-day">{parts.day}</span>{" "}
      <span className="date-month">{parts.month}</span>
    </time>
  );
}
