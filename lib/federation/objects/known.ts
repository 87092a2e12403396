import type { Document } from "../activity";

/**
 * The document without what is not known: other servers crash on null where they expect a word (Mobilizon), so what has
 * no value is left out.
 */
export function known(properties: Document): Document {
  const told = Object.entries(properties).filter(
    ([, value]) => value !== null && value !== undefined && value !== "",
  );
  return Object.fromEntries(told);
}

/** A number that JSON never prints without a fraction: Mobilizon takes `48` for no degrees at all. */
export function fraction(value: number): number {
  return Number.isInteger(value) ? value + 1e-7 : value;
}

/** A moment as other servers read it: seconds, in UTC. */
export function momentText(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}
