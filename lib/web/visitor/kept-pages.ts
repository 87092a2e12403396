import type { IncrementalCacheValue } from "next/dist/server/response-cache";

/** A rendering under way. `clock` tells what had been dropped when its data began to be read. */
export type Reading = { clock: number; since: number };

export type KeptPage = {
  /** The key by which Next knows it. */
  nextKey: string;
  value: IncrementalCacheValue;
  tags: string[];
  bytes: number;
  /** Milliseconds: when it will look different although nothing changed. */
  until: number;
  keptAt: number;
};

type KeptPages = {
  pages: Map<string, KeptPage>;
  bytes: number;
  maxBytes: number;
  /** Grows with every dropping. */
  clock: number;
  droppedAt: Map<string, number>;
  /** Readings that began before this are never kept: what was dropped meanwhile is no longer known. */
  knownSince: number;
  readings: Set<Reading>;
  /** Whether changes are heard of. While they are not, no visitor's page is kept. */
  listening: boolean;
  /** Markers that `pagesAreCurrent` waits for. */
  markers: Map<string, () => void>;
  /** Sent with every page when people reach us by https. */
  transportSecurity: string | null;
  /** The server of the map's pictures, which pages with a map may show. */
  tileOrigin: string | null;
  /** For whoever's browser asks for none that is spoken here, where administrators chose that. */
  language: string | null;
};

/** Stands among the tags of a page that shows that something is missing. */
export const missingTag = "missing";
/** Stands among the tags of a page that offers a map. */
export const mapTag = "map";
/** Begins the tag that says until when a page holds: `until:` and milliseconds. */
export const untilTag = "until:";

const maxTags = 10_000;
/** A rendering that fails never says that it has ended. */
const longestReading = 10_000;

const shared = globalThis as { carillonKeptPages?: KeptPages };

/** The one store of this process. Next loads this file natively and bundled, so it hangs off `globalThis`. */
export function keptPages(): KeptPages {
  shared.carillonKeptPages ??= {
    pages: new Map(),
    bytes: 0,
    maxBytes: 64 * 1024 * 1024,
    clock: 0,
    droppedAt: new Map(),
    knownSince: 0,
    readings: new Set(),
    listening: false,
    markers: new Map(),
    transportSecurity: null,
    tileOrigin: null,
    language: null,
  };
  return shared.carillonKeptPages;
}

/** Returns the page and makes it the one that is given up last. */
export function findKept(key: string): KeptPage | null {
  const { pages } = keptPages();
  const page = pages.get(key);
  if (!page) return null;
  if (page.until <= Date.now()) {
    forget(key);
    return null;
  }
  pages.delete(key);
  pages.set(key, page);
  return page;
}

/** To be called before anything of a page is read. */
export function beginReading(): Reading {
  const store = keptPages();
  const reading = { clock: store.clock, since: Date.now() };
  for (const old of store.readings) {
    if (old.since > reading.since - longestReading) break;
    store.readings.delete(old);
  }
  store.readings.add(reading);
  return reading;
}

export function endReading(reading: Reading): void {
  keptPages().readings.delete(reading);
}

/** Keeps a page, unless one of its tags was dropped after its data began to be read. Returns the keys given up, as Next knows them. */
export function keepPage(key: string, page: Omit<KeptPage, "keptAt">, reading: Reading): string[] {
  const store = keptPages();
  if (reading.clock < store.knownSince || page.bytes > store.maxBytes) return [page.nextKey];
  if (page.tags.some((tag) => (store.droppedAt.get(tag) ?? 0) > reading.clock)) return [page.nextKey];

  forget(key);
  store.pages.set(key, { ...page, keptAt: reading.since });
  store.bytes += page.bytes;
  const givenUp: string[] = [];
  for (const [oldest, { nextKey }] of store.pages) {
    if (store.bytes <= store.maxBytes) break;
    forget(oldest);
    givenUp.push(nextKey);
  }
  return givenUp;
}

/** Forgets every page with one of these tags, and whatever is being rendered from data read before now. */
export function dropTags(tags: string[]): void {
  const store = keptPages();
  store.clock += 1;
  if (store.droppedAt.size + tags.length > maxTags) {
    store.droppedAt.clear();
    store.knownSince = store.clock;
  }
  for (const tag of tags) store.droppedAt.set(tag, store.clock);
  for (const [key, page] of store.pages) {
    if (page.tags.some((tag) => tags.includes(tag))) forget(key);
  }
}

/** Forgets everything: for when it is unknown what changed. */
export function dropEverything(): void {
  const store = keptPages();
  store.pages.clear();
  store.bytes = 0;
  store.droppedAt.clear();
  store.clock += 1;
  store.knownSince = store.clock;
}

function forget(key: string): void {
  const store = keptPages();
  store.bytes -= store.pages.get(key)?.bytes ?? 0;
  store.pages.delete(key);
}
