import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const directory = mkdtempSync(join(tmpdir(), "carillon-media-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Stands in for `@/lib/core/env`, so that a test file has a storage of its own. */
export function env() {
  return { DATA_DIR: directory };
}
