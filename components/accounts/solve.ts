import { firstWordOfHash } from "./sha-256";

/** Milliseconds at a time: half of what a screen shows one picture for, so that typing never waits. */
const SLICE = 8;

/**
 * Finds the number that makes the hash of the challenge begin with as many zero bits as it asks for, a slice at a
 * time; null when it was told to stop.
 */
export async function solve(challenge: string, signal: AbortSignal): Promise<string | null> {
  const [salt, difficulty] = challenge.split(".");
  const limit = 2 ** (32 - Number(difficulty));
  for (let tried = 0; !signal.aborted; await pause()) {
    const end = performance.now() + SLICE;
    while (performance.now() < end) {
      for (const last = tried + 256; tried < last; tried++)
        if (firstWordOfHash(`${salt}.${tried}`) < limit) return String(tried);
    }
  }
  return null;
}

function pause(): Promise<void> {
  return new Promise((settle) => setTimeout(settle));
}
