import { dateText, languageTag, timeText } from "./date-text";
import { wordingFor } from "./when-wording";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Longer ago, the date says more. */
const DAYS_COUNTED = 7;

const relative: Record<string, Intl.RelativeTimeFormat> = {};

/** How long ago something was: to the hour on its first day, to the day in its first week; null: its date says more. */
export function agoText(at: Date, { now, locale }: { now: Date; locale: string }): string | null {
  const ago = Math.max(0, now.getTime() - at.getTime());
  if (ago >= DAYS_COUNTED * DAY) return null;
  const tag = languageTag(locale);
  relative[tag] ??= new Intl.RelativeTimeFormat(tag, { numeric: "always" });
  return ago < DAY
    ? relative[tag].format(-Math.floor(ago / HOUR), "hour")
    : relative[tag].format(-Math.floor(ago / DAY), "day");
}

/** Whether it was less than an hour ago, for which languages have words of their own. */
export function isJustNow(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() < HOUR;
}

/** When the first of these will be told otherwise than now; null if none will. */
export function nextAgoTurn(moments: Date[], now: Date): Date | null {
  const turns = moments.flatMap((at) => {
    const ago = Math.max(0, now.getTime() - at.getTime());
    if (ago >= DAYS_COUNTED * DAY) return [];
    const step = ago < DAY ? HOUR : DAY;
    return [at.getTime() + (Math.floor(ago / step) + 1) * step];
  });
  return turns.length > 0 ? new Date(Math.min(...turns)) : null;
}

/** The date and the time of day of an instant: "Thursday 26 November 2026, 19:00". */
export function momentText(at: Date, { zone, locale }: { zone: string; locale: string }): string {
  const date = dateText(at, { zone, locale, style: "long", year: true });
  return wordingFor(locale).point(date, timeText(at, { zone, locale }));
}
