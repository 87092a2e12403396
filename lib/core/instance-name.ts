import { messagesFor } from "./messages";

// Of the process: letters, documents and pages are written in different bundles, and none of them waits for the name.
const shared = globalThis as { carillonName?: string };

/** What this server is called: as administrators named it, or else like the software. */
export function instanceName(): string {
  return ownName() || messagesFor("en").common.brand;
}

/** The name that administrators gave it, as this process last heard of it; empty: none. */
export function ownName(): string {
  return shared.carillonName ?? "";
}

/** From now on this process calls the server so; empty: like the software. */
export function rememberName(name: string): void {
  shared.carillonName = name;
}
