import type { cookies } from "next/headers";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/locale";
import { choiceCookie, LOCALE_COOKIE, THEME_COOKIE } from "./cookies";
import { isTheme, type Theme } from "./visitor/themes";

type Jar = Awaited<ReturnType<typeof cookies>>;

/** What was chosen in this browser, else what the account keeps; null: as the device says. */
export function shownTheme(jar: Pick<Jar, "get">, ofAccount: Theme | null | undefined): Theme | null {
  const chosen = jar.get(THEME_COOKIE)?.value;
  return isTheme(chosen) ? chosen : (ofAccount ?? null);
}

/** The language of this browser's pages, kept ones too. */
export function chooseLocale(jar: Jar, locale: Locale): void {
  jar.set(LOCALE_COOKIE, locale, choiceCookie(env().ORIGIN));
}

/** The colours of this browser's pages, kept ones too; null: as the device says. */
export function chooseTheme(jar: Jar, theme: Theme | null): void {
  if (theme) jar.set(THEME_COOKIE, theme, choiceCookie(env().ORIGIN, { isOpen: true }));
  else jar.delete(THEME_COOKIE);
}
