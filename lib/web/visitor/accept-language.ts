import type { IncomingMessage } from "node:http";

/**
 * A pattern for `accept-language` that holds when `locale` is the first of our languages that it names.
 * Browsers list languages by falling quality, so the order stands in for the q-values (RFC 9110, 12.5.4):
 * `de,fr;q=0.8,en;q=0.7` is French. A region is never taken for a language: `de-FR` is not French.
 */
export function prefers(locale: string, locales: readonly string[]): string {
  const others = locales.filter((other) => other !== locale).map(named);
  return `(?:(?!${others.join("|")}).)*?${named(locale)}.*`;
}

/** Patterns of rewrites know no flags, so both cases are spelt out. */
function named(locale: string): string {
  const letters = [...locale].map((letter) => `[${letter}${letter.toUpperCase()}]`);
  return `(?<![\\w-])${letters.join("")}(?!\\w)`;
}

/**
 * Lets whoever asks for none of our languages ask for the one that administrators chose: rewrites are written when the app
 * is built, and know only the first. Runs before them, and before kept pages are looked for.
 */
export function settleLanguage(
  { headers }: Pick<IncomingMessage, "headers">,
  { language, locales }: { language: string | null; locales: readonly string[] },
): void {
  if (!language || language === locales[0]) return;
  const asked = headers["accept-language"] ?? "";
  if (!locales.some((locale) => new RegExp(named(locale)).test(asked))) headers["accept-language"] = language;
}
