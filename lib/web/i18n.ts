import { getRequestConfig } from "next-intl/server";
import { _createCache } from "use-intl/core";
import { asLocale } from "@/lib/core/locale";
import { messagesFor } from "@/lib/core/messages";

/** Texts for the locale of the page, which is part of its (rewritten) path; times carry their own zones. */
export default getRequestConfig(async ({ requestLocale }) => {
  const locale = asLocale(await requestLocale);
  return { locale, messages: messagesFor(locale), timeZone: "UTC", ...read };
});

/**
 * Sentences that were read stay read. next-intl makes a new store for every namespace of every request, and reading
 * (ICU, plurals) costs more than anything else it does. If it ever ignores this, pages are slower and nothing else.
 */
const read = { _cache: _createCache() };
