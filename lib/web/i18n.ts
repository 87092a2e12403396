import { getRequestConfig } from "next-intl/server";
import { asLocale } from "@/lib/core/locale";
import { messagesFor } from "@/lib/core/messages";

/** Texts for the locale of the page, which is part of its (rewritten) path; times carry their own zones. */
export default getRequestConfig(async ({ requestLocale }) => {
  const locale = asLocale(await requestLocale);
  return { locale, messages: messagesFor(locale), timeZone: "UTC" };
});
