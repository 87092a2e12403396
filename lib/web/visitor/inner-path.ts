import type { IncomingMessage } from "node:http";
// Node runs this file without a loader, so there is no "@/" here.
import { locales } from "../../core/locale.ts";
import { prefers } from "./accept-language.ts";
import { prefersDocument } from "./prefers-document.ts";
import { themes } from "./themes.ts";

const [fallback] = locales;
const languages = locales.map((locale) => [locale, new RegExp(`^${prefers(locale, locales)}$`)] as const);

const path =
  /^\/(?:about|events\/[a-z2-9]{14}|tags\/[a-z0-9_-]{1,40}|categories\/[A-Z_]{2,40}|places\/[a-z2-9]{14}|@([a-z0-9_]{1,30}))?$/;
const chosenLocale = choiceOf("carillon_locale", locales);
const chosenTheme = choiceOf("carillon_theme", themes);
const query = /^page=([1-9]\d{0,3})$/;

/**
 * Where the rewrites (rewrites.ts) lead a visitor's request, as the key of kept pages; null for whatever they do not
 * lead to a kept page, and for rarer spellings, which Next then answers. Only ever narrower than the rewrites: a test
 * compares the two.
 */
export function innerPathOf({
  method,
  url = "",
  headers,
}: Pick<IncomingMessage, "method" | "url" | "headers">) {
  if (method !== "GET" && method !== "HEAD") return null;
  const { cookie = "", rsc } = headers;
  if (rsc !== undefined || headers["content-type"] !== undefined || cookie.includes("carillon_session="))
    return null;
  if (prefersDocument(headers.accept)) return null;
  const kept = keptPathOf(url);
  return kept === null ? null : `/v/${localeOf(cookie, headers["accept-language"])}${themeOf(cookie)}${kept}`;
}

/** Whether a visitor asks for a page that is or could be kept. */
export function isKeptPath(request: Parameters<typeof innerPathOf>[0]): boolean {
  return innerPathOf(request) !== null;
}

function keptPathOf(url: string): string | null {
  const [pathname = "", search] = url.split("?");
  const found = path.exec(pathname);
  if (!found) return null;
  if (search !== undefined) {
    const page = pathname === "/" && query.exec(search)?.[1];
    return page ? `/upcoming/${page}` : null;
  }
  if (found[1]) return `/identities/${found[1]}`;
  return pathname === "/" ? "" : pathname;
}

/** What was chosen, else the first of our languages that the browser names. */
function localeOf(cookie: string, named = ""): string {
  const chosen = chosenLocale.exec(cookie)?.[1];
  // The first language is where everything ends that names none of ours, as in the rewrites.
  const preferred = languages.find(([locale, pattern]) => locale !== fallback && pattern.test(named))?.[0];
  return chosen ?? preferred ?? fallback;
}

function themeOf(cookie: string): string {
  const chosen = chosenTheme.exec(cookie)?.[1];
  return chosen ? `.${chosen}` : "";
}

function choiceOf(name: string, choices: readonly string[]): RegExp {
  return new RegExp(`(?:^|; ?)${name}=(${choices.join("|")})(?:;|$)`);
}
