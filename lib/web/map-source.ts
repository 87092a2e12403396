import { sourcesInUse } from "@/lib/core/sources-in-use";

/** Where the pictures of maps come from: what a page needs to offer one, and to say who would learn of it. */
export type MapSource = { tiles: string; host: string; attribution: string };

/** Null where the administrator named no server: then there are links to maps, and no maps. */
export function mapSource(): MapSource | null {
  const { tiles, attribution } = sourcesInUse();
  return tiles ? { tiles, host: new URL(tiles).host, attribution } : null;
}
