import { useLocale } from "next-intl";
import { dateParts } from "./date-parts";

type DateBlockProps = {
  start: Date;
  end?: Date | null;
  /** The event's own zone: the day it happens there, whoever looks. */
  timeZone: string;
};

/** The visual signature of every event: weekday, day and month, or the days from first to last. */
export function DateBlock({ start, end, timeZone }: DateBlockProps) {
  const parts = dateParts({ start, end, timeZone, locale: useLocale() });
  return (
    <time className={parts.isRange ? "date date-range" : "date"} dateTime={parts.dateTime}>
      <span className="date-weekday">{parts.weekday}</span> <span className="date-day">{parts.day}</span>{" "}
      <span className="date-month">{parts.month}</span>
    </time>
  );
}
