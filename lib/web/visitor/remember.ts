import { keptPages } from "./kept-pages";

/**
 * Reads something small that every page shows once, and anew when its tag was dropped (lib/journal/tags.ts): for what
 * hardly ever changes. While changes are not heard of, it is read every time.
 */
export function remember<T>(tag: string, read: () => Promise<T>): () => Promise<T> {
  let known: { value: T; clock: number } | null = null;
  return async () => {
    const { listening, clock, knownSince, droppedAt } = keptPages();
    const isCurrent = known && known.clock >= Math.max(knownSince, droppedAt.get(tag) ?? 0);
    if (listening && known && isCurrent) return known.value;
    const value = await read();
    known = { value, clock };
    return value;
  };
}
