import type { RouteHas } from "next/dist/lib/load-custom-routes";
import { membersOnly, visitorPages } from "../visitor/pages";
import { always } from "./always";
import { lifelessPolicy } from "./csp";

type Rule = { source: string; headers: { key: string; value: string }[]; missing?: RouteHas[] };

/**
 * Sent with everything, later rules winning. Pages get their content security policy where they are made: kept ones in
 * lib/web/visitor/standalone.ts, the others in page-policy.ts. The public address is unknown at build, so HSTS is set there too.
 */
export function fixedHeaders(): Rule[] {
  return [
    rule("/:path*", always),
    // Next would let proxies keep these for a year. Browsers may keep them too, but ask whether they still hold.
    ...visitorPages.map(({ source }) => ({
      ...rule(source, { "Cache-Control": "private, no-cache" }),
      missing: membersOnly,
    })),
    ...answersOfHandlers.map((source) => rule(source, { "Content-Security-Policy": lifelessPolicy })),
    ...shownElsewhere.map((source) => rule(source, { "Cross-Origin-Resource-Policy": "cross-origin" })),
  ];
}

const answersOfHandlers = [
  "/media/:path*",
  "/look/:path*",
  "/api/:path*",
  "/events/:slug/event.ics",
  "/events/:slug/preview.png",
  "/unsubscribe/:token/one-click",
  "/answers/:token/event.ics",
  "/.well-known/:path*",
  "/nodeinfo/:path*",
  "/inbox",
  "/preferences",
  "/autosave",
  "/my/data/:file",
  "/healthz",
  "/readyz",
  "/metrics",
];

/** Pictures that other sites show. */
const shownElsewhere = ["/media/:path*", "/look/:path*", "/events/:slug/preview.png"];

function rule(source: string, headers: Record<string, string>): Rule {
  return { source, headers: Object.entries(headers).map(([key, value]) => ({ key, value })) };
}
