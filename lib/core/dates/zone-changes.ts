import { offsetAt } from "./zone";

/** One moment at which the clocks of a zone were, or will be, put forward or back; offsets in seconds. */
export type ZoneChange = { at: Date; from: number; to: number };

const week = 7 * 86_400_000;
const remembered = new Map<string, ZoneChange[]>();

/** Every clock change of the zone in a year (UTC), found by asking Intl once a week and halving. */
export function changesInYear(zone: string, year: number): ZoneChange[] {
  const key = `${zone} ${year}`;
  const known = remembered.get(key);
  if (known) return known;
  const changes: ZoneChange[] = [];
  const end = Date.UTC(year + 1, 0);
  for (let from = Date.UTC(year, 0); from < end; from += week) {
    const change = changeBetween(zone, from, Math.min(from + week, end));
    if (change) changes.push(change);
  }
  if (remembered.size >= 5000) remembered.clear();
  remembered.set(key, changes);
  return changes;
}

/** The clock change between two instants (milliseconds), or null. Two changes that cancel out are not seen. */
export function changeBetween(zone: string, start: number, end: number): ZoneChange | null {
  const from = offsetAt(start, zone);
  const to = offsetAt(end, zone);
  if (from === to) return null;
  let [before, after] = [start, end];
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (offsetAt(middle, zone) === from) before = middle;
    else after = middle;
  }
  return { at: new Date(Math.floor(after / 1000) * 1000), from, to };
}
