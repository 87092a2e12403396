import { describe, expect, test } from "vitest";
import { innerPath } from "./testing/next-routing";

const slug = "abcdefghjk2345";
const member = { cookies: { carillon_session: "x" } };

describe("a visitor", () => {
  test.each([
    ["/", "/v/en"],
    ["/about", "/v/en/about"],
    [`/events/${slug}`, `/v/en/events/${slug}`],
    ["/@ada", "/v/en/identities/ada"],
    ["/tags/repair-cafe", "/v/en/tags/repair-cafe"],
    ["/categories/MUSIC", "/v/en/categories/MUSIC"],
    [`/places/${slug}`, `/v/en/places/${slug}`],
    ["/@ada.l@example.org", "/v/en/identities/ada.l@example.org"],
  ])("gets the kept page for %s", (path, inner) => expect(innerPath(path)).toBe(inner));

  test("gets pages of the list by number, and the first for nonsense", () => {
    expect(innerPath("/", { query: { page: "2" } })).toBe("/v/en/upcoming/2");
    for (const page of ["0", "-1", "x", "99999", "2/../../m"])
      expect(innerPath("/", { query: { page } })).toBe("/v/en");
  });

  test("gets the first page of an identity's events from what is kept, and the others made for them", () => {
    expect(innerPath("/@ada", { query: { notice: "x" } })).toBe("/v/en/identities/ada");
    expect(innerPath("/@ada", { query: { page: "2" } })).toBe("/m/en/identities/ada");
    expect(innerPath("/@ada", { query: { page: "x" }, cookies: { carillon_locale: "fr" } })).toBe(
      "/m/fr/identities/ada",
    );
  });

  test("gets the first comments of an event from what is kept, and the others made for them", () => {
    expect(innerPath(`/events/${slug}`, { query: { notice: "x" } })).toBe(`/v/en/events/${slug}`);
    expect(innerPath(`/events/${slug}`, { query: { comments: "2" } })).toBe(`/m/en/events/${slug}`);
  });

  test("gets the language and theme of the cookies, else the browser's language", () => {
    const french = { "accept-language": "fr-CA,fr;q=0.9,en;q=0.8" };
    expect(innerPath("/", { headers: french })).toBe("/v/fr");
    expect(innerPath("/", { headers: french, cookies: { carillon_locale: "en" } })).toBe("/v/en");
    expect(innerPath("/", { headers: french, cookies: { carillon_theme: "dark" } })).toBe("/v/fr.dark");
    expect(innerPath("/about", { cookies: { carillon_locale: "fr", carillon_theme: "light" } })).toBe(
      "/v/fr.light/about",
    );
    expect(innerPath("/", { cookies: { carillon_locale: "../m", carillon_theme: "x" } })).toBe("/v/en");
  });

  test.each([
    ["/sign-in", "/m/en/sign-in"],
    ["/events/new", "/m/en/events/new"],
    [`/events/${slug}/participants`, `/m/en/events/${slug}/participants`],
    ["/tags/v%C3%A9lo", "/m/en/tags/v%C3%A9lo"],
    ["/no/such/page.php", "/m/en/no/such/page.php"],
    [`/events/%61${slug.slice(1)}`, `/m/en/events/%61${slug.slice(1)}`],
  ])("gets a page made for them alone for %s", (path, inner) => expect(innerPath(path)).toBe(inner));

  test("gets the member's page when the framework's script asks", () => {
    expect(innerPath("/about", { headers: { rsc: "1" } })).toBe("/m/en/about");
  });

  test("gets the member's page when a form is sent that was opened before the session ended", () => {
    const sent = { headers: { "content-type": "multipart/form-data; boundary=x" } };
    expect(innerPath(`/events/${slug}`, sent)).toBe(`/m/en/events/${slug}`);
  });
});

describe("a member", () => {
  test.each([
    ["/", "/m/en"],
    [`/events/${slug}`, `/m/en/events/${slug}`],
    ["/@ada", "/m/en/identities/ada"],
    ["/@ada@example.org", "/m/en/identities/ada@example.org"],
  ])("gets the member's page for %s", (path, inner) => expect(innerPath(path, member)).toBe(inner));
});

describe("anybody", () => {
  test.each(["/v", "/v/en", `/v/en/events/${slug}`, "/m", "/m/en", "/m/fr/my/events", "/V/en"])(
    "finds nothing at the inner path %s",
    (path) => {
      expect(innerPath(path)).toBe("/m/en/-");
      expect(innerPath(path, member)).toBe("/m/en/-");
    },
  );

  test.each(["/@ada/inbox", "/relay/inbox"])("sends what is for %s where all of it goes", (path) => {
    expect(innerPath(path)).toBe("/inbox");
    expect(innerPath(path, { headers: { "content-type": "application/activity+json" } })).toBe("/inbox");
  });

  test.each(["/@ada@far.example/inbox", "/@ada/x/inbox", "/ada/inbox"])("finds no inbox at %s", (path) =>
    expect(innerPath(path)).not.toBe("/inbox"),
  );

  test.each([
    "/inbox",
    `/events/${slug}/event.ics`,
    `/events/${slug}/preview.png`,
    "/media/picture.webp",
    "/api/anything",
    "/feeds/private/secret.ics",
    "/unsubscribe/t0-ken_/one-click",
  ])("gets %s as it is", (path) => {
    expect(innerPath(path)).toBe(path);
    expect(innerPath(path, member)).toBe(path);
  });
});
