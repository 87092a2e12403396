import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, vi } from "vitest";

/** A data directory of its own for a test file: call it before anything asks for a setting. */
export function ownDataDir(): string {
  const directory = mkdtempSync(join(tmpdir(), "carillon-departure-"));
  vi.stubEnv("DATA_DIR", directory);
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
