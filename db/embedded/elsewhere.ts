import { mkdirSync } from "node:fs";
import { canEnter, type Owner } from "./owner";

const home = "/var/lib/carillon";

/** A lasting directory that `owner` can enter, for what cannot stand in the checkout; null if there is none. */
export function elsewhere(owner: Owner): string | null {
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 });
    return canEnter(home, owner) ? home : null;
  } catch {
    return null;
  }
}
