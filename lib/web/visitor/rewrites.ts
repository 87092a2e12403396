import type { Rewrite, RouteHas } from "next/dist/lib/load-custom-routes";
import { prefers } from "./accept-language";
import { type VisitorPage, visitorPages } from "./pages";
import { themes } from "./themes";

type Locales = readonly [fallback: string, ...others: string[]];
type Choice = { segment: string; has: RouteHas[] };

/** A request that the member's pages answer: somebody is signed in, or the framework's own script asks. */
const membersOnly: RouteHas[] = [
  { type: "cookie", key: "carillon_session" },
  { type: "header", key: "rsc" },
];

/** Paths of route handlers with parameters, and the inner paths themselves. */
const asTheyAre = ["v/", "m/", "media/", "api/", "events/[^/]+/event\\.ics"];

/** No page has this path; it becomes `/m/LOCALE/-`, which the member's catch-all answers with 404. */
const nowhere = "/-";

/**
 * Runs before public files and route handlers are looked up. The order matters: a rewritten path goes on to the
 * rules after it, so the inner paths are closed first, while only somebody outside can have asked for them.
 */
export function chooseVisitorPage(locales: Locales): Rewrite[] {
  const close = { source: "/:inner(v|m)/:path*", destination: nowhere };
  const bare = { source: "/:inner(v|m)", destination: nowhere };
  return [close, bare, ...visitorPages.flatMap((page) => rulesFor(page, locales))];
}

/** Runs after public files, `_next` and route handlers without parameters: every other path is a member's page. */
export function chooseMemberPage(locales: Locales): Rewrite[] {
  return [
    ...rewriteEach(locales, "/", ""),
    ...rewriteEach(locales, "/@:handle", "/identities/:handle"),
    ...rewriteEach(locales, `/:path((?!${asTheyAre.join("|")}).+)`, "/:path"),
  ];
}

function rulesFor({ path, kept, query = {} }: VisitorPage, locales: Locales): Rewrite[] {
  const asked: RouteHas[] = Object.entries(query).map(([key, value]) => ({ type: "query", key, value }));
  return themeChoices().flatMap((theme) =>
    localeChoices(locales).map((locale) => ({
      source: path,
      destination: `/v/${locale.segment}${theme.segment}${kept}`,
      missing: membersOnly,
      ...conditions([...asked, ...theme.has, ...locale.has]),
    })),
  );
}

function rewriteEach(locales: Locales, source: string, destination: string): Rewrite[] {
  return localeChoices(locales).map(({ segment, has }) => ({
    source,
    destination: `/m/${segment}${destination}`,
    ...conditions(has),
  }));
}

/** The cookie, set by the language switch, counts more than what the browser asks for. */
function localeChoices(locales: Locales): Choice[] {
  const [fallback, ...others] = locales;
  return [
    {
      segment: ":locale",
      has: [{ type: "cookie", key: "carillon_locale", value: `(?<locale>${locales.join("|")})` }],
    },
    ...others.map(
      (locale): Choice => ({
        segment: locale,
        has: [{ type: "header", key: "accept-language", value: prefers(locale, locales) }],
      }),
    ),
    { segment: fallback, has: [] },
  ];
}

function themeChoices(): Choice[] {
  return [
    {
      segment: ".:theme",
      has: [{ type: "cookie", key: "carillon_theme", value: `(?<theme>${themes.join("|")})` }],
    },
    { segment: "", has: [] },
  ];
}

/** Next refuses an empty `has`. */
function conditions(has: RouteHas[]): { has?: RouteHas[] } {
  return has.length > 0 ? { has } : {};
}
