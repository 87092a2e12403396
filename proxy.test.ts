import { unstable_doesMiddlewareMatch as doesProxyMatch } from "next/experimental/testing/server";
import { describe, expect, test } from "vitest";
import { config } from "./proxy";

const slug = "abcdefghjk2345";
const kept = ["/", "/about", `/events/${slug}`, "/@ada", "/@ada.l@example.org"];
const rendered = [
  "/sign-in",
  "/events/new",
  `/events/${slug}/edit`,
  "/my/events",
  "/nowhere.php",
  `/events/${slug}x`,
];
const handled = [
  `/events/${slug}/event.ics`,
  "/media/a.webp",
  "/_next/static/a.js",
  "/.well-known/webfinger",
  "/inbox",
];

type Asked = { headers?: Record<string, string>; cookies?: Record<string, string> };

function isProxied(path: string, asked: Asked = {}): boolean {
  return doesProxyMatch({ config, nextConfig: {}, url: path, ...asked });
}

describe("the proxy", () => {
  test.each(kept)("leaves the visitor's page %s alone, since it carries a policy", (path) => {
    expect(isProxied(path)).toBe(false);
  });

  test.each(kept)("makes a policy for a member at %s, and for what a visitor posts there", (path) => {
    expect(isProxied(path, { cookies: { carillon_session: "x" } })).toBe(true);
    expect(isProxied(path, { headers: { "content-type": "multipart/form-data; boundary=x" } })).toBe(true);
  });

  test.each(rendered)("makes a policy for %s, whoever asks", (path) => {
    expect(isProxied(path)).toBe(true);
  });

  test.each(handled)("leaves %s alone", (path) => {
    expect(isProxied(path)).toBe(false);
  });
});
