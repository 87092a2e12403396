import { categoryPath, identityPath, paths, placePath, tagPath } from "./paths";

/** What a page lists that everybody may follow as a feed. Tags are folded. */
export type FeedOf =
  | { kind: "all" }
  | { kind: "identity"; handle: string }
  | { kind: "tag"; tag: string }
  | { kind: "category"; code: string }
  | { kind: "place"; slug: string }
  /** `query`: of the page's address, with its question mark; empty without. */
  | { kind: "search"; query: string };

/** A feed that everybody may read: a calendar or news. Like the page it belongs to, but for identities. */
export function feedPath(of: FeedOf, format: "ics" | "atom"): string {
  if (of.kind === "all") return `/feeds/all.${format}`;
  if (of.kind === "search") return `/feeds/search.${format}${of.query}`;
  if (of.kind === "identity") return `/feeds/identities/${of.handle}.${format}`;
  return `/feeds${listingPath(of)}.${format}`;
}

/** The page that lists what its feeds tell. */
export function listingPath(of: FeedOf): string {
  if (of.kind === "all") return paths.front;
  if (of.kind === "search") return paths.search + of.query;
  if (of.kind === "identity") return identityPath(of.handle);
  if (of.kind === "tag") return tagPath(of.tag);
  return of.kind === "category" ? categoryPath(of.code) : placePath(of.slug);
}
