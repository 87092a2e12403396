/** All bundles of a process see the same worker. */
const shared = globalThis as { carillonPulse?: number };

/** The worker of this process just asked the database for a job, or began one. */
export function beat(now = Date.now()): void {
  shared.carillonPulse = now;
}

/** For how many seconds the worker of this process gave no sign of life; null: it never did. */
export function secondsSinceBeat(now = Date.now()): number | null {
  return shared.carillonPulse === undefined ? null : Math.max(0, (now - shared.carillonPulse) / 1000);
}
