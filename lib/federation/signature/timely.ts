const HOUR = 3_600_000;
const MINUTES = 60_000;

const httpDate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Whether something was signed within the last hour; clocks of others may be five minutes ahead. */
export function isTimely(time: number, now: Date): boolean {
  return time >= now.getTime() - HOUR && time <= now.getTime() + 5 * MINUTES;
}

/** The time of a `Date` header in milliseconds; NaN for every other way to write one (RFC 9110, 5.6.7). */
export function timeOfHttpDate(text: string): number {
  return httpDate.test(text) ? Date.parse(text) : Number.NaN;
}
