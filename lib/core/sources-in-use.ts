import { env, type Settings } from "./env";

/** Who learns what people look for on maps; null tiles: nobody, there are no maps. */
export type Sources = {
  tiles: string | null;
  attribution: string;
  geocoder: Settings["GEOCODER"];
  /** Undefined: where it usually is. */
  geocoderUrl: string | undefined;
};

// Of the process: pages and handlers are of different bundles, and the desk before them names the server of the tiles.
const shared = globalThis as { carillonSources?: Partial<Sources> };

/** What administrators chose, as this process last heard of it, or else what the environment says. */
export function sourcesInUse(): Sources {
  const { MAP_TILES, MAP_ATTRIBUTION, GEOCODER, GEOCODER_URL } = env();
  return {
    tiles: MAP_TILES ?? null,
    attribution: MAP_ATTRIBUTION,
    geocoder: GEOCODER,
    geocoderUrl: GEOCODER_URL,
    ...shared.carillonSources,
  };
}

/** From now on this process uses what is named here; what is not, the environment says. */
export function rememberSources(chosen: Partial<Sources>): void {
  shared.carillonSources = chosen;
}
