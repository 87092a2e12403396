import { setTimeout as sleep } from "node:timers/promises";

/** What monitors ask of the database must be answered before they give up: null when it fails or takes five seconds. */
export async function inTime<T>(answer: Promise<T>, milliseconds = 5_000): Promise<T | null> {
  return Promise.race([answer.catch(() => null), sleep(milliseconds, null, { ref: false })]);
}
