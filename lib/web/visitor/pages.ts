import type { RouteHas } from "next/dist/lib/load-custom-routes";

/** A kind of page that is kept for visitors: what people ask for, and where that is under `app/v/[variant]`. */
export type VisitorPage = {
  source: string;
  inner: string;
  query?: Record<string, string>;
  /** A query with this key leads to the member's pages: few go that far, and nobody fills the memory with it. */
  without?: string;
};

/**
 * The pages that are rendered once for all visitors. The patterns are narrow on purpose: percent signs and odd lengths
 * lead to the member's pages, so that nobody fills the memory with spellings of one page. Next tries every rule at
 * every request, twice, and compiles it anew, so like is put with like.
 */
export const visitorPages: VisitorPage[] = [
  { source: "/", inner: "/upcoming/:page", query: { page: "(?<page>[1-9]\\d{0,3})" } },
  { source: "/:path(about|events/[a-z2-9]{14})?", inner: "/:path*", without: "comments" },
  {
    source: "/@:handle([a-z0-9_]{1,30}|[a-z0-9_.-]{1,64}@[a-z0-9.-]{1,253})",
    inner: "/identities/:handle",
    without: "page",
  },
  {
    source: "/:path(tags/[a-z0-9_-]{1,40}|categories/[A-Z_]{2,40}|places/[a-z2-9]{14})",
    inner: "/:path*",
    without: "page",
  },
];

/**
 * A request that the member's pages answer: somebody is signed in, the framework's own script asks, or a form is sent,
 * which only they know (it was theirs when it was opened, though the session may have ended since).
 */
export const membersOnly: RouteHas[] = [
  { type: "cookie", key: "carillon_session" },
  { type: "header", key: "rsc" },
  { type: "header", key: "content-type" },
];
