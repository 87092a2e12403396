import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./chromium";
import { provide } from "./environment";
import { startApp } from "./start-app";

/** Starts the built app, empty, in a temporary data directory, and stops it after the last test. */
export default async function setUp(): Promise<() => Promise<void>> {
  const chromium = await findChromium();
  const app = await startApp();
  const looked = mkdtempSync(join(tmpdir(), "carillon-looked-"));
  provide({ ...app, chromium, looked });
  return async () => {
    await app.stop();
    rmSync(looked, { recursive: true });
  };
}
