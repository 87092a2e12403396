import { describe, expect, test } from "vitest";
import { setPagePolicy } from "./page-policy";

const slug = "abcdefghjk2345";
const member = { cookie: "carillon_session=x" };

function ask(
  url: string,
  headers: Record<string, string> = {},
  { method = "GET", origin = "http://a.test", tiles = "" } = {},
) {
  const sent: Record<string, unknown> = {};
  const request = { method, url, headers: { ...headers } as Record<string, string> };
  const response = { setHeader: (name: string, value: unknown) => Object.assign(sent, { [name]: value }) };
  setPagePolicy(request, response as never, { origin, tiles });
  return { sent, asked: request.headers };
}

describe("setPagePolicy", () => {
  test.each(["/", "/about", `/events/${slug}`, "/@ada", "/?page=2"])(
    "leaves the visitor's %s alone",
    (path) => {
      expect(ask(path).sent).toEqual({});
    },
  );

  test.each(["/", `/events/${slug}`, "/@ada"])(
    "makes a policy for a member at %s, and for what is posted",
    (path) => {
      expect(ask(path, member).sent["content-security-policy"]).toContain("'nonce-");
      expect(ask(path, {}, { method: "POST" }).sent["content-security-policy"]).toContain("'nonce-");
    },
  );

  test.each(["/sign-in", "/events/new", `/events/${slug}/edit`, "/nowhere.php", "/about?x=1"])(
    "makes a policy for %s, whoever asks",
    (path) => {
      const { sent, asked } = ask(path);
      expect(sent["content-security-policy"]).toBe(asked["content-security-policy"]);
      expect(ask(path).sent).not.toEqual(sent);
    },
  );

  test.each([
    `/events/${slug}/event.ics`,
    `/events/${slug}/preview.png`,
    "/media/a.webp",
    "/_next/static/a.js",
    "/healthz",
    "/readyz",
    "/metrics",
  ])("leaves %s alone", (path) => expect(ask(path, member).sent).toEqual({}));

  test("lets nobody outside choose the nonce", () => {
    const evil = { "content-security-policy": "script-src 'nonce-evil'" };
    expect(ask("/about", evil).asked).toEqual({});
    expect(ask("/sign-in", evil).asked["content-security-policy"]).not.toContain("evil");
  });

  test("asks for TLS where people reach us by it", () => {
    const { sent } = ask("/sign-in", {}, { origin: "https://a.test" });
    expect(sent["strict-transport-security"]).toBe("max-age=31536000");
  });

  test.each([`/events/${slug}`, "/events/new", `/events/${slug}/edit`, "/search?q=x"])(
    "lets the map of %s show its pictures, from that server only",
    (path) => {
      const { sent } = ask(path, member, { tiles: "https://tile.test" });
      expect(sent["content-security-policy"]).toContain("img-src 'self' data: https://tile.test;");
      expect(ask(path, member).sent["content-security-policy"]).toContain("img-src 'self' data:;");
    },
  );

  test("keeps other pages from it", () => {
    const { sent } = ask("/settings", member, { tiles: "https://tile.test" });
    expect(sent["content-security-policy"]).not.toContain("tile.test");
  });
});
