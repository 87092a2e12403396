import type { FoundPlace } from "./found-place";

const dayMs = 86_400_000;
const most = 1_000;

const shared = globalThis as { carillonGeocoded?: Map<string, { found: FoundPlace[]; until: number }> };

/** What the geocoder answered to this question within the last day. */
export function keptAnswer(address: string, now = Date.now()): FoundPlace[] | null {
  const kept = answers().get(address);
  return kept && kept.until > now ? kept.found : null;
}

/** In memory only, and no more than a thousand: the oldest goes first. */
export function keepAnswer(address: string, found: FoundPlace[], now = Date.now()): void {
  const all = answers();
  all.delete(address);
  all.set(address, { found, until: now + dayMs });
  const [oldest] = all.keys();
  if (all.size > most && oldest !== undefined) all.delete(oldest);
}

/** Several copies of this file may be loaded in one process. */
function answers() {
  shared.carillonGeocoded ??= new Map();
  return shared.carillonGeocoded;
}
