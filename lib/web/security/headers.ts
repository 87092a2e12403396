import { lifelessPolicy } from "./csp";

type Headers = { source: string; headers: { key: string; value: string }[] }[];

/**
 * Sent with everything, later entries winning. Pages get their policy where they are made: kept ones from the
 * cache handler, the others from `proxy.ts`. The address is unknown at build, so HSTS is set there too.
 */
export function pageHeaders(): Headers {
  return [
    { source: "/:path*", headers: list(always) },
    ...answersOfHandlers.map((source) => ({
      source,
      headers: list({ "Content-Security-Policy": lifelessPolicy }),
    })),
    { source: "/media/:path*", headers: list({ "Cross-Origin-Resource-Policy": "cross-origin" }) },
  ];
}

/** Half a year and more, as browsers' preload lists want it; subdomains may belong to somebody else. */
export function transportSecurity(origin: string): string | null {
  return origin.startsWith("https:") ? "max-age=31536000" : null;
}

const always = {
  "X-Content-Type-Options": "nosniff",
  // Other sites learn our address but never a path: links to unlisted events are secrets. Not "same-origin",
  // since map tiles are refused without a referrer; not "no-referrer", since forms would then send "Origin: null".
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy":
    "camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** What route handlers answer, and what is found nowhere. */
const answersOfHandlers = [
  "/media/:path*",
  "/api/:path*",
  "/events/:slug/event.ics",
  "/.well-known/:path*",
  "/inbox",
  "/preferences",
  "/healthz",
];

function list(headers: Record<string, string>): { key: string; value: string }[] {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}
