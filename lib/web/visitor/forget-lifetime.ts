import { SharedCacheControls } from "next/dist/server/lib/incremental-cache/shared-cache-controls.external.js";

/** Next notes a lifetime for each path ever rendered and never forgets one; entries of kept pages carry their own. */
export function forgetLifetime(key: string): void {
  const { cacheControls } = SharedCacheControls as unknown as { cacheControls?: Map<string, unknown> };
  cacheControls?.delete(key);
}
