/** At most so many at once, and so many a minute in the long run. */
type Limit = { atOnce: number; perMinute: number };

/** Of one server: more than a large one sends here in its busiest hour. */
export const takenIn: Limit = { atOnce: 1000, perMinute: 1200 };

/** Of what one server hands on of others: each makes us ask somebody who sent nothing. */
export const handedOn: Limit = { atOnce: 300, perMinute: 120 };

/** Of people of one server who are said to be gone by nobody knows whom: each makes us ask there. */
export const unprovenFarewells: Limit = { atOnce: 60, perMinute: 30 };

/** Of one address in vain: wrong signatures, forms that nobody reads. */
export const inVain: Limit = { atOnce: 60, perMinute: 30 };

type Bucket = { left: number; at: number };

const buckets = new Map<Limit, Map<string, Bucket>>();
const MOST_BUCKETS = 20_000;

/**
 * Whether there is room for one more of this server or address. Counted in memory, by each process for itself: it keeps a
 * flood out, and a row that every activity writes would be the slowest part of taking it in.
 */
export function hasRoom(limit: Limit, subject: string, now: Date): boolean {
  return leftOf(limit, subject, now).left >= 1;
}

/** Counts one. */
export function countOne(limit: Limit, subject: string, now: Date): void {
  const bucket = leftOf(limit, subject, now);
  bucket.left = Math.max(0, bucket.left - 1);
}

function leftOf(limit: Limit, subject: string, now: Date): Bucket {
  const known = buckets.get(limit) ?? new Map<string, Bucket>();
  buckets.set(limit, known);
  const last = known.get(subject) ?? { left: limit.atOnce, at: now.getTime() };
  const at = Math.max(now.getTime(), last.at);
  const refilled = ((at - last.at) / 60_000) * limit.perMinute;
  const bucket = { left: Math.min(limit.atOnce, last.left + refilled), at };
  if (known.size >= MOST_BUCKETS) known.clear();
  known.set(subject, bucket);
  return bucket;
}
