import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../embedded/start";
import { migrateDatabase } from "../migrate";

declare module "vitest" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be merged into vitest's own
  interface ProvidedContext {
    /** A migrated database without rows, that nothing may connect to: copies are made of it. */
    templateUrl: string;
  }
}

/** Vitest global setup: one PostgreSQL for the run, in a temporary directory, with a migrated template. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "carillon-test-"));
  chmodSync(dataDir, 0o755); // as root, PostgreSQL runs as another user and must pass through
  const server = await startEmbedded(dataDir, { durable: false });
  await migrateDatabase(server.url);
  project.provide("templateUrl", server.url);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
