/** The languages that Carillon speaks, the first being the one for whoever speaks none of them. */
export const locales = ["en", "fr"] as const;

export type Locale = (typeof locales)[number];

export function isLocale(text: unknown): text is Locale {
  return locales.includes(text as Locale);
}

/** The language that is meant: a stored or foreign tag such as "fr-CA" becomes one that we speak, else English. */
export function asLocale(text: string | null | undefined): Locale {
  const language = text?.trim().split(/[-_]/, 1)[0]?.toLowerCase();
  return isLocale(language) ? language : locales[0];
}
