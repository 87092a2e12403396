import type { IncomingMessage } from "node:http";
import { prefers } from "./accept-language.ts";

const locales = ["en", "fr"] as const;
const [fallback] = locales;
const languages = locales.map((locale) => [locale, new RegExp(`^${prefers(locale, locales)}$`)] as const);

const path = /^\/(?:about|events\/[a-z2-9]{14}|@([a-z0-9_]{1,30}))?$/;
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
  if (rsc !== undefined || cookie.includes("carillon_session=")) return null;
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
  const chosen = /(?:^|; ?)carillon_locale=(en|fr)(?:;|$)/.exec(cookie)?.[1];
  // English is where everything ends that is not French, as in the rewrites.
  const preferred = languages.find(([locale, pattern]) => locale !== fallback && pattern.test(named))?.[0];
  return chosen ?? preferred ?? fallback;
}

function themeOf(cookie: string): string {
  const chosen = /(?:^|; ?)carillon_theme=(light|dark)(?:;|$)/.exec(cookie)?.[1];
  return chosen ? `.${chosen}` : "";
}
