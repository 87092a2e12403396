import { e2e } from "./environment";

/** The data directory of the app under test. */
export function dataDir(): string {
  return e2e().dataDir;
}
