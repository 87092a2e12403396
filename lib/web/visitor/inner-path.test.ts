import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { innerPathOf } from "./inner-path";
import { innerPath } from "./testing/next-routing";

const slug = "abcdefghjk2345";
const get = (url: string, headers: Record<string, string> = {}) =>
  innerPathOf({ method: "GET", url, headers });

const paths = [
  "/",
  "/about",
  `/events/${slug}`,
  `/events/${slug}/edit`,
  "/@ada",
  "/@Ada",
  "/@ada@example.org",
  "/tags/repair-cafe",
  "/categories/MUSIC",
  `/places/${slug}`,
];
const odd = [
  "/events/new",
  "/v/en",
  "/m/en/about",
  "/abouts",
  "/sign-in",
  "//about",
  "/about/",
  "/%61bout",
  "/tags/v%C3%A9lo",
  "/tags/Velo",
];
const queries = ["", "?page=2", "?page=0", "?page=2&x=1", "?notice=welcome", "?"];
const chosen = fc.record(
  {
    carillon_locale: fc.constantFrom("en", "fr", "de", "../m"),
    carillon_theme: fc.constantFrom("light", "dark", "pink"),
    carillon_identity: fc.constantFrom("ada", "fr"),
    carillon_session: fc.constantFrom("x", "y"),
  },
  { requiredKeys: [] },
);
const language = fc.constantFrom(
  "",
  "fr",
  "fr-CA,fr;q=0.9,en;q=0.8",
  "de,en;q=0.7,fr;q=0.6",
  "EN-gb",
  "de-FR",
  "*",
);

describe("the desk before Next", () => {
  test("hands out exactly the page that the rewrites lead to, or leaves the request to them", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...paths, ...odd),
        fc.constantFrom(...queries),
        chosen,
        language,
        (path, search, cookies, accepted) => {
          const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
          const desk = get(path + search, { cookie: cookie.join("; "), "accept-language": accepted });
          const query = Object.fromEntries(new URLSearchParams(search));
          const headers: Record<string, string> = accepted ? { "accept-language": accepted } : {};
          if (desk !== null) expect(desk).toBe(innerPath(path, { cookies, query, headers }));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("hands out the pages that most people ask for", () => {
    expect(get("/")).toBe("/v/en");
    expect(get("/?page=2", { "accept-language": "fr" })).toBe("/v/fr/upcoming/2");
    expect(get(`/events/${slug}`, { cookie: "carillon_theme=dark" })).toBe(`/v/en.dark/events/${slug}`);
    expect(get("/tags/repair-cafe")).toBe("/v/en/tags/repair-cafe");
    expect(get("/categories/MUSIC?page=2")).toBeNull();
    expect(get("/@ada", { cookie: "a=b; carillon_locale=fr" })).toBe("/v/fr/identities/ada");
  });

  test("leaves members, scripts of the framework and whatever is posted to Next", () => {
    expect(get("/", { cookie: "carillon_session=x" })).toBeNull();
    expect(get("/", { rsc: "1" })).toBeNull();
    expect(get("/", { "content-type": "multipart/form-data" })).toBeNull();
    expect(innerPathOf({ method: "POST", url: "/", headers: {} })).toBeNull();
    expect(get("/?notice=welcome")).toBeNull();
    expect(get(`/events/${slug}/event.ics`)).toBeNull();
  });
});
