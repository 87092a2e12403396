import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/core/env";
import { renderedPagePolicy } from "@/lib/web/security/csp";
import { transportSecurity } from "@/lib/web/security/transport";

/**
 * Gives every page that is rendered for whoever asks a content security policy of its own. Next reads the nonce from
 * the request's header and puts it on its scripts. Nothing else belongs here.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = renderedPagePolicy(crypto.randomUUID(), {
    development: process.env.NODE_ENV === "development",
  });
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  const hsts = transportSecurity(env().ORIGIN);
  if (hsts) response.headers.set("strict-transport-security", hsts);
  return response;
}

/**
 * Everything but what lib/web/visitor/pages.ts keeps for visitors. Next reads this without running it, so the patterns
 * stand here again; proxy.test.ts compares. A content type means that something is posted, which is never kept.
 */
export const config = {
  matcher: [
    {
      source: "/((?!_next/|media/|api/|\\.well-known/|inbox$|healthz$).*)",
      has: [{ type: "cookie", key: "carillon_session" }],
    },
    {
      source: "/((?!_next/|media/|api/|\\.well-known/|inbox$|healthz$).*)",
      has: [{ type: "header", key: "content-type" }],
    },
    "/((?!_next/|media/|api/|\\.well-known/|inbox$|healthz$|about$|events/[a-z2-9]{14}$|events/[^/]+/event\\.ics$|@[a-z0-9_]{1,30}$|@[a-z0-9_.-]{1,64}@[a-z0-9.-]{1,253}$).+)",
  ],
};
