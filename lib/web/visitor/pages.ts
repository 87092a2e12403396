/** A page that is kept for visitors: the path people see, and where it is under `app/v/[variant]`. */
export type VisitorPage = { path: string; kept: string; query?: Record<string, string> };

/**
 * The pages that are rendered once for all visitors. The patterns are narrow on purpose: without upper case and
 * percent signs a page has one spelling, so nobody can fill the memory with spellings of the same page.
 */
export const visitorPages: VisitorPage[] = [
  { path: "/", kept: "/upcoming/:page", query: { page: "(?<page>[1-9]\\d{0,3})" } },
  { path: "/", kept: "" },
  { path: "/about", kept: "/about" },
  { path: "/events/:slug([a-z2-9]{14})", kept: "/events/:slug" },
  { path: "/@:handle([a-z0-9_]{1,30}|[a-z0-9_.-]{1,64}@[a-z0-9.-]{1,253})", kept: "/identities/:handle" },
];
