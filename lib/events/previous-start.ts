import type { Event } from "@/db/schema/events";

/** Minutes that are put right, not another time. */
const A_FEW_MINUTES = 5 * 60_000;

/**
 * When an announced event was to begin at first, if it begins at another time now; null if it does not, or does again.
 * schema.org calls it `previousStartDate`.
 */
export function previousStartOf(
  { startsAt, previousStartsAt }: Pick<Event, "startsAt" | "previousStartsAt">,
  now: Date | null,
): Date | null {
  const first = previousStartsAt ?? startsAt;
  if (!first || !now) return null;
  return Math.abs(first.getTime() - now.getTime()) > A_FEW_MINUTES ? first : null;
}
