import { languageTag } from "@/lib/core/dates/date-text";
import type { Locale } from "@/lib/core/locale";

/** "new time, new place and new name" as the language lists things. */
export function listed(texts: string[], locale: Locale): string {
  return new Intl.ListFormat(languageTag(locale), { type: "conjunction" }).format(texts);
}
