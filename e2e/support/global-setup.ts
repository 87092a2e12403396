import { findChromium } from "./chromium";
import { provide } from "./environment";
import { startApp } from "./start-app";

/** Starts the built app, empty, in a temporary data directory, and stops it after the last test. */
export default async function setUp(): Promise<() => Promise<void>> {
  const chromium = await findChromium();
  const app = await startApp();
  provide({ ...app, chromium });
  return app.stop;
}
