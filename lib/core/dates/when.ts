import { dateText, timeText, yearText } from "./date-text";
import { type Span, spanOf } from "./span";
import { wordingFor } from "./when-wording";

/** When something happens, where it happens, and in which language to say so. */
export type When = { startsAt: Date; endsAt: Date | null; zone: string; locale: string };

/** "Thursday 26 November 2026, 19:00 – 22:00": the whole answer, in the event's zone, which is not named. */
export function formatWhen(when: When): string {
  const { startsAt, endsAt, zone, locale } = when;
  const span = spanOf(startsAt, endsAt, zone);
  const wording = wordingFor(locale);
  const date = dateText(startsAt, { zone, locale, style: "long", year: true });
  const start = timeText(startsAt, when);
  if (!endsAt || span.kind === "point") return wording.point(date, start);

  const end = endText(when, endsAt, span);
  if (span.kind === "one_day") return wording.oneDay(date, start, end);
  if (span.kind === "overnight") return wording.overnight(date, start, end);
  const year = yearText(startsAt, zone) !== yearText(endsAt, zone);
  return wording.days(
    { date: dateText(startsAt, { zone, locale, style: "long", year }), time: start },
    { date: dateText(endsAt, { zone, locale, style: "long", year: true }), time: end },
  );
}

/** "Thu 26 Nov, 19:00": the start alone, for cards and bars. With `now`, another year is shown. */
export function formatShortWhen({
  startsAt,
  zone,
  locale,
  now,
}: Omit<When, "endsAt"> & { now?: Date }): string {
  const year = now !== undefined && yearText(now, zone) !== yearText(startsAt, zone);
  return `${dateText(startsAt, { zone, locale, style: "short", year })}, ${timeText(startsAt, { zone, locale })}`;
}

/** "19:00 – 22:00": for places where the date is already shown; only the start when it lasts for days. */
export function formatTimes(when: When): string {
  const start = timeText(when.startsAt, when);
  const span = spanOf(when.startsAt, when.endsAt, when.zone);
  if (!when.endsAt || span.kind === "point" || span.kind === "days") return start;
  return `${start} – ${endText(when, when.endsAt, span)}`;
}

function endText(when: When, endsAt: Date, span: Span): string {
  const midnight = span.kind === "one_day" && span.endsAtMidnight ? wordingFor(when.locale).midnight : null;
  return midnight ?? timeText(endsAt, when);
}
