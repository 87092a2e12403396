import { isLocale, type Locale } from "@/lib/core/locale";
import { isTheme, type Theme } from "./themes";

export type Variant = { locale: Locale; theme: Theme | null };

/** Reads the `[variant]` segment (`en`, `fr.dark`); null for anything that the rewrites never make. */
export function parseVariant(segment: string): Variant | null {
  const [locale, theme, ...rest] = segment.split(".");
  if (!isLocale(locale) || rest.length > 0) return null;
  if (theme === undefined) return { locale, theme: null };
  return isTheme(theme) ? { locale, theme } : null;
}
