import type { CacheHandlerContext } from "next/dist/server/lib/incremental-cache";
import type { IncrementalCacheValue } from "next/dist/server/response-cache";
import { forgetLifetime } from "./forget-lifetime.ts";
import {
  beginReading,
  dropTags,
  endReading,
  findKept,
  keepPage,
  keptPages,
  type Reading,
} from "./kept-pages.ts";
import { makeStandalone, takeTags, untilOf } from "./standalone.ts";

const untilDropped = { revalidate: false as const, expire: undefined };

/**
 * Next's memory for what it renders (`cacheHandler` in next.config.ts). Next makes one for each request, asks it
 * before it renders and hands it what it rendered, so the time of the asking is when the page's data began to be read.
 * Reads of `unstable_cache` are never kept: pages use them only to name their tags.
 */
export default function cacheHandler(_context: CacheHandlerContext) {
  const readings = new Map<string, Reading>();

  return {
    async get(givenKey: string, { kind }: { kind: string }) {
      if (kind === "FETCH") return null;
      const key = storeKey(givenKey);
      const kept = findKept(key);
      if (kept) return { lastModified: kept.keptAt, value: kept.value, cacheControl: untilDropped };
      readings.set(key, beginReading());
      return null;
    },

    async set(
      givenKey: string,
      value: IncrementalCacheValue | null,
      { fetchCache }: { fetchCache?: boolean },
    ) {
      if (fetchCache || !value) return;
      const key = storeKey(givenKey);
      const reading = readings.get(key);
      if (reading) endReading(reading);
      const tags = takeTags(value);
      if (isForVisitors(key) && value.kind === "APP_PAGE") makeStandalone(value, tags);
      const mayKeep = reading && isWorthKeeping(key, value);
      const page = { nextKey: givenKey, value, tags, bytes: sizeOf(value), until: untilOf(tags) };
      const givenUp = mayKeep ? keepPage(key, page, reading) : [givenKey];
      givenUp.forEach(forgetLifetime);
    },

    async revalidateTag(tags: string | string[]) {
      dropTags([tags].flat());
    },

    resetRequestCache() {},
  };
}

/** Visitors' pages are kept by their inner path, which Next's key ends in: answer-kept.ts finds them by it. */
function storeKey(key: string): string {
  const inner = key.indexOf("/$/v/");
  return inner < 0 ? key : key.slice(inner + 2);
}

function isForVisitors(key: string): boolean {
  return key.startsWith("/v/");
}

/** Random addresses must not push out what people read, so only pages that exist are kept. */
function isWorthKeeping(key: string, value: IncrementalCacheValue): boolean {
  if (!isForVisitors(key)) return true;
  return keptPages().listening && value.kind === "APP_PAGE" && (value.status ?? 200) === 200;
}

/** What it takes in memory, about, with what answer-kept.ts makes of it: V8 spends two bytes on each letter once one of them is beyond Latin-1. */
function sizeOf(value: IncrementalCacheValue): number {
  const overhead = 1_000;
  if (value.kind === "APP_PAGE") return overhead + 4 * value.html.length + (value.rscData?.length ?? 0);
  return overhead + (value.kind === "APP_ROUTE" ? value.body.length : 2 * JSON.stringify(value).length);
}
