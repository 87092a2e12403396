import { formatter, languageTag } from "./date-text";
import { localOf } from "./local-time";
import { spanOf } from "./span";
import type { When } from "./when";

/** The short texts of one date block, and the date for its <time datetime>. */
export type DateBlock = { weekday: string; day: string; month: string; year: string; date: string };

/** What the date block of an event shows; `until` only when it lasts for days, not for a long night. */
export function dateBlockParts({
  startsAt,
  endsAt,
  zone,
  locale,
}: When): DateBlock & { until: DateBlock | null } {
  const span = spanOf(startsAt, endsAt, zone);
  const until = span.kind === "days" ? blockOf(span.lastMoment, zone, locale) : null;
  return { ...blockOf(startsAt, zone, locale), until };
}

function blockOf(instant: Date, zone: string, locale: string): DateBlock {
  const tag = languageTag(locale);
  // "nov." stands alone in the block: the full stop of the abbreviation is noise there.
  const text = (options: Intl.DateTimeFormatOptions) =>
    formatter(tag, { timeZone: zone, ...options })
      .format(instant)
      .replace(/\.$/, "");
  const date = localOf(instant, zone).slice(0, 10);
  return {
    weekday: text({ weekday: "short" }),
    day: String(Number(date.slice(8))),
    month: text({ month: "short" }),
    year: date.slice(0, 4),
    date,
  };
}
