import type { Locale } from "@/lib/core/locale";

/** A text that stands alone begins with a capital: French dates do not by themselves. */
export function capitalized(text: string, locale: Locale): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
