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
