/** Degrees to a tenth, about 10 km: near enough to find events, too far to find somebody. */
export function coarseDegrees(degrees: number): number {
  // Not "-0": it would be written so.
  return Math.round(degrees * 10) / 10 + 0;
}
