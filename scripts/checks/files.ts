import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** All files below `folder` whose path matches. */
export function filesUnder(folder: string, pattern: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => pattern.test(path));
}

/** Ends a check: in silence, or with what is wrong and exit code 1. */
export function tell(problems: string[]): void {
  for (const problem of problems) process.stdout.write(`${problem}\n`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
