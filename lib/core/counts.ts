type Counts = Map<string, Map<string, number>>;

const shared = globalThis as { carillonCounts?: Counts };

/** Counts something that happened in this process. `what` and `which` are words of ours, never of people or servers. */
export function countUp(what: string, which: string): void {
  shared.carillonCounts ??= new Map();
  const counts = shared.carillonCounts.get(what) ?? new Map<string, number>();
  shared.carillonCounts.set(what, counts.set(which, (counts.get(which) ?? 0) + 1));
}

/** How often each happened since the process started; all bundles count together. */
export function countsOf(what: string): [which: string, count: number][] {
  return [...(shared.carillonCounts?.get(what) ?? [])];
}
