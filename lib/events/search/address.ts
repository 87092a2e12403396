import type { FeedOf } from "@/lib/core/listing-paths";
import { paths } from "@/lib/core/paths";
import { everything, type SearchQuery } from "./input";

/** The address of a search, with what differs from looking at everything; `changes` are what a link alters. */
export function searchPath(query: SearchQuery, changes: Partial<SearchQuery> = {}): string {
  const asked = new URLSearchParams(searchFields({ ...query, page: 1, ...changes }));
  return asked.size === 0 ? paths.search : `${paths.search}?${asked}`;
}

/** The feeds of a search, which are the same however the page shows it. */
export function searchFeeds(query: SearchQuery): FeedOf {
  const { sort, view, date } = everything;
  return { kind: "search", query: searchPath(query, { sort, view, date }).slice(paths.search.length) };
}

/** What the address of a search is made of, in an order of its own, so that one search has one address. */
export function searchFields(query: SearchQuery): [name: string, value: string][] {
  const { point } = query;
  const told: [string, keyof SearchQuery, string | null][] = [
    ["q", "words", query.words],
    ["place", "place", query.place],
    ["at", "point", point && `${point.latitude},${point.longitude}`],
    ["radius", "radius", String(query.radius)],
    ["when", "period", query.period],
    ["from", "from", query.from],
    ["to", "to", query.to],
    ["how", "attendance", query.attendance],
    ["tag", "tag", query.tag],
    ["language", "language", query.language],
    ["status", "status", query.status],
    ["by", "organizer", query.organizer],
    ["server", "server", query.server],
    ["sort", "sort", query.sort],
    ["view", "view", query.view],
    ["date", "date", query.date],
    ["page", "page", String(query.page)],
  ];
  const fields = told.flatMap(([name, key, text]): [string, string][] =>
    text && query[key] !== everything[key] ? [[name, text]] : [],
  );
  return [...fields, ...query.categories.map((code): [string, string] => ["category", code])];
}
