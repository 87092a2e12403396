const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What could not be delivered for so long is given up. */
export const GIVE_UP_AFTER = 72 * HOUR;

/** So often the oldest may fail before others are tried first: it may be what their server cannot take. */
export const TRIES_IN_TURN = 3;

/** When to try again after so many failures: 1 minute, 2, 4 … at most 12 hours, or as late as they ask for within that. */
export function retryAt(now: Date, failures: number, retryAfter?: string | null): Date {
  const pause = Math.min(MINUTE * 2 ** Math.min(failures - 1, 20), 12 * HOUR);
  const asked = retryAfter ? askedFor(retryAfter, now) : 0;
  return new Date(now.getTime() + Math.min(Math.max(pause, asked), 12 * HOUR));
}

/** Whether what was made then has waited too long. */
export function isPastHope(createdAt: Date, now: Date): boolean {
  return now.getTime() - createdAt.getTime() >= GIVE_UP_AFTER;
}

/** Retry-After (RFC 9110, 10.2.3): seconds or a date. In milliseconds; 0 if it is neither. */
function askedFor(retryAfter: string, now: Date): number {
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now.getTime());
}
