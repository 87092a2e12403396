import type { IncrementalCacheValue } from "next/dist/server/response-cache";
import { keptPagePolicy } from "../security/csp.ts";
import { keptPages, mapTag, missingTag, untilTag } from "./kept-pages.ts";
import { strip } from "./strip.ts";

type Page = Extract<IncrementalCacheValue, { kind: "APP_PAGE" }>;

const tagsHeader = "x-next-cache-tags";

/**
 * Turns a rendered page into one that needs no framework. Next sends this very object to whoever was waiting for the
 * page, so the first visitor gets what all others get.
 */
export function makeStandalone(page: Page, tags: string[]): void {
  page.html = strip(page.html);
  page.rscData = Buffer.alloc(0);
  page.segmentData = undefined;
  if (tags.includes(missingTag)) page.status = 404;
  page.headers = {
    ...(page.headers?.location ? { location: page.headers.location } : {}),
    "content-security-policy": keptPagePolicy({
      tiles: tags.includes(mapTag) ? keptPages().tileOrigin : null,
    }),
    vary: "cookie, accept-language, accept",
    ...transportSecurity(),
  };
}

/** Takes the tags out of the page's headers, where Next puts them. */
export function takeTags(value: IncrementalCacheValue): string[] {
  if (!("headers" in value) || !value.headers) return [];
  const header = value.headers[tagsHeader];
  delete value.headers[tagsHeader];
  return typeof header === "string" ? header.split(",") : [];
}

/** Until when a page with these tags holds: the earliest moment that any part of it named. */
export function untilOf(tags: string[]): number {
  const moments = tags
    .filter((tag) => tag.startsWith(untilTag))
    .map((tag) => Number(tag.slice(untilTag.length)));
  return Math.min(...moments, Number.POSITIVE_INFINITY);
}

function transportSecurity(): Record<string, string> {
  const value = keptPages().transportSecurity;
  return value ? { "strict-transport-security": value } : {};
}
