import { type Locale, locales } from "../locale";

/** A text in the reader's language, or in the first other one that it was written in; null: it was written in none. */
export function inLanguage(
  texts: { [locale: string]: string },
  locale: Locale,
): { text: string; locale: Locale } | null {
  const found = [locale, ...locales].find((one) => texts[one]);
  return found ? { text: texts[found]!, locale: found } : null;
}
