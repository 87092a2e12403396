import type { Rewrite, RouteHas } from "next/dist/lib/load-custom-routes";
import { prefers } from "./accept-language";
import { membersOnly, type VisitorPage, visitorPages } from "./pages";
import { themes } from "./themes";

type Locales = readonly [fallback: string, ...others: string[]];
type Choice = { segment: string; has: RouteHas[] };

/** Paths of route handlers with parameters, and the inner paths themselves. */
const asTheyAre = [
  "v/",
  "m/",
  "media/",
  "look/",
  "api/",
  "feeds/",
  "sitemaps/",
  "events/[^/]+/event\\.ics",
  "events/[^/]+/preview\\.png",
  "events/[^/]+/participants\\.(?:csv|ods)",
  "my/data/[^/]+\\.zip",
  "unsubscribe/[^/]+/one-click",
  "answers/[^/]+/event\\.ics",
  "demo/mail/[^/]+/(?:letter\\.html|invite\\.ics)",
  "inbox$",
  "ap/",
];

/** Whatever is sent to one actor is taken in where all of it is. Identities that are not here are told apart there. */
const inboxes = { source: "/:owner(@[a-z0-9_]{1,30}|relay)/inbox", destination: "/inbox" };

/** What servers ask for at the addresses of pages. The desk has left one word of what they accept (document-path.ts). */
const documents = {
  source:
    "/:path(@[a-z0-9_]{1,30}|@[a-z0-9_.-]{1,64}@[a-z0-9.:-]{1,253}|events/[a-z2-9]{14}|events/[a-z2-9]{14}/comments/[0-9a-f-]{36})",
  destination: "/ap/:path*",
  has: [
    {
      type: "header" as const,
      key: "accept",
      value: "(?!.*text/html).*application/(?:activity|ld)\\+json.*",
    },
  ],
};

/** Where there are documents alone. */
const forServers = {
  source:
    "/:path(relay|(?:relay|@[a-z0-9_]{1,30})/(?:outbox|followers|following|upcomingEvents)|events/[a-z2-9]{14}/(?:attendees|organizers|replies|note|note/[a-zA-Z0-9_-]{1,64}))",
  destination: "/ap/:path*",
};

/**
 * Runs before public files and route handlers are looked up. A rewritten path goes on to the rules after it, so the
 * inner paths are closed first, while only somebody outside can have asked for them: `/-` is no page.
 */
export function chooseVisitorPage(locales: Locales): Rewrite[] {
  const close = { source: "/:inner((?:v|m|ap)(?:/.*)?)", destination: "/-" };
  return [close, inboxes, documents, ...visitorPages.flatMap((page) => rulesFor(page, locales))];
}

/** Runs after public files, `_next` and route handlers without parameters: every other path is a member's page. */
export function chooseMemberPage(locales: Locales): Rewrite[] {
  const handles = { source: "/@:handle", inner: "/identities/:handle" };
  const others = { source: `/:path((?!${asTheyAre.join("|")}).+)?`, inner: "/:path*" };
  const pages = [handles, others].flatMap(({ source, inner }) =>
    localeChoices(locales).map(({ segment, has }) => ({
      source,
      destination: `/m/${segment}${inner}`,
      ...conditions(has),
    })),
  );
  return [forServers, ...pages];
}

function rulesFor({ source, inner, query = {}, without }: VisitorPage, locales: Locales): Rewrite[] {
  const asked: RouteHas[] = Object.entries(query).map(([key, value]) => ({ type: "query", key, value }));
  const missing = without ? [...membersOnly, { type: "query" as const, key: without }] : membersOnly;
  return themeChoices().flatMap((theme) =>
    localeChoices(locales).map((locale) => ({
      source,
      destination: `/v/${locale.segment}${theme.segment}${inner}`,
      missing,
      ...conditions([...asked, ...theme.has, ...locale.has]),
    })),
  );
}

/** The cookie, set by the language switch, counts more than what the browser asks for. */
function localeChoices(locales: Locales): Choice[] {
  const [fallback, ...others] = locales;
  const chosen = `(?<locale>${locales.join("|")})`;
  return [
    { segment: ":locale", has: [{ type: "cookie", key: "carillon_locale", value: chosen }] },
    ...others.map((locale): Choice => ({ segment: locale, has: [acceptLanguage(locale, locales)] })),
    { segment: fallback, has: [] },
  ];
}

function acceptLanguage(locale: string, locales: Locales): RouteHas {
  return { type: "header", key: "accept-language", value: prefers(locale, locales) };
}

function themeChoices(): Choice[] {
  const chosen = `(?<theme>${themes.join("|")})`;
  return [
    { segment: ".:theme", has: [{ type: "cookie", key: "carillon_theme", value: chosen }] },
    { segment: "", has: [] },
  ];
}

/** Next refuses an empty `has`. */
function conditions(has: RouteHas[]): { has?: RouteHas[] } {
  return has.length > 0 ? { has } : {};
}
