import type { Sources } from "@/lib/core/sources-in-use";
import type { InstanceSettings } from "../settings";

type Chosen = Pick<InstanceSettings, "maps" | "mapTiles" | "mapAttribution" | "geocoder" | "geocoderUrl">;

/** What administrators chose of it; what they left to the environment is not there. */
export function chosenSources({ maps, geocoder, ...own }: Chosen): Partial<Sources> {
  return {
    ...(maps === "none" && { tiles: null }),
    ...(maps === "own" && { tiles: own.mapTiles }),
    ...(maps === "own" && own.mapAttribution && { attribution: own.mapAttribution }),
    ...(geocoder !== "environment" && { geocoder, geocoderUrl: own.geocoderUrl || undefined }),
  };
}
