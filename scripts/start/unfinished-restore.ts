import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Notes that database and files may not belong together, before the first of them is touched. */
export function beginRestore(dataDir: string): void {
  writeFileSync(markOf(dataDir), "A restore was begun here, and has not come to its end.\n", { flush: true });
}

export function endRestore(dataDir: string): void {
  rmSync(markOf(dataDir), { force: true });
}

/** A Carillon with the database of one moment and the secret or pictures of another must not run. */
export function refuseUnfinishedRestore(dataDir: string): void {
  if (!existsSync(markOf(dataDir))) return;
  throw new Error("A restore was cut off here. Do it again: npm run restore -- FILE --replace");
}

function markOf(dataDir: string): string {
  return join(dataDir, "restore-under-way");
}
