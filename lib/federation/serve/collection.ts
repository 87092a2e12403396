import type { Document } from "../activity";
import { known } from "../objects/known";

/** Items of a page; each collection is read in pages, so that none is too long for whoever asks. */
export const PAGE_SIZE = 20;

/** How much of a collection was asked for: all of it (null), which leads to its first page, or a page from 1. */
export type PageAsked = number | null;

/** A collection of which only the number is told, or not even that (null). */
export function countedCollection(id: string, totalItems: number | null): Document {
  return known({ type: "OrderedCollection", id, totalItems });
}

/** A collection that is read in pages, the first being `?page=1`. */
export function pagedCollection(id: string, totalItems: number | null): Document {
  return { ...countedCollection(id, totalItems), first: pageUri(id, 1) };
}

/** One page; `hasMore`: there is one after it. */
export function collectionPage(id: string, { page, items, hasMore, totalItems = null }: Page): Document {
  return known({
    type: "OrderedCollectionPage",
    id: pageUri(id, page),
    partOf: id,
    totalItems,
    orderedItems: items,
    prev: page > 1 ? pageUri(id, page - 1) : null,
    next: hasMore ? pageUri(id, page + 1) : null,
  });
}

type Page = { page: number; items: unknown[]; hasMore: boolean; totalItems?: number | null };

function pageUri(id: string, page: number): string {
  return `${id}?page=${page}`;
}
