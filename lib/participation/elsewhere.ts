import type { RemoteEvent } from "@/db/schema/remote-events";

type Told = Pick<RemoteEvent, "capacity" | "participantCount" | "remainingCapacity">;

/**
 * How an event of another server is attended, as that server counts: it tells some of the numbers, or none. Null: not
 * known, of `capacity` also without bounds. `left` is never negative.
 */
export function countsElsewhere({ capacity, participantCount, remainingCapacity }: Told) {
  const isCounted = capacity !== null && remainingCapacity !== null;
  const taken = participantCount ?? (isCounted ? Math.max(0, capacity - remainingCapacity) : null);
  const left = remainingCapacity ?? (capacity !== null && taken !== null ? capacity - taken : null);
  return { capacity, taken, left: left === null ? null : Math.max(0, left) };
}
