/** A little more than a second: two that were sent a second apart may arrive closer together. */
const GAP_MS = 1_100;

/** Whoever would have to wait longer is told to try again. */
const LONGEST_WAIT_MS = 2_500;

const shared = globalThis as { carillonGeocoderFree?: number };

/**
 * Waits until the geocoder may be asked again, at most once a second and in the order of asking; false: too many wait
 * already. For the whole process, whoever asks.
 */
export async function takeTurn(): Promise<boolean> {
  const now = performance.now();
  const turn = Math.max(now, shared.carillonGeocoderFree ?? 0);
  if (turn - now > LONGEST_WAIT_MS) return false;
  shared.carillonGeocoderFree = turn + GAP_MS;
  if (turn > now) await new Promise((settle) => setTimeout(settle, turn - now));
  return true;
}
