import { cookies } from "next/headers";
import { z } from "zod";
import { setAccountLocale } from "@/lib/accounts/locale";
import { env } from "@/lib/core/env";
import { isLocale } from "@/lib/core/locale";
import { backPath } from "@/lib/web/back-path";
import { accountContext } from "@/lib/web/context";
import { choiceCookie, LOCALE_COOKIE, THEME_COOKIE } from "@/lib/web/cookies";
import { formOf, handler } from "@/lib/web/handler";
import { assertSameOrigin } from "@/lib/web/security/origin";
import { currentViewer } from "@/lib/web/viewer";
import { isTheme } from "@/lib/web/visitor/themes";

const preferences = z.object({
  locale: z.string().optional(),
  theme: z.string().optional(),
});

/** Language and theme of this browser, from plain forms in the footer: kept pages have no actions. */
export const POST = handler(async (request) => {
  assertSameOrigin(request);
  const { locale, theme } = await formOf(request, preferences);
  const jar = await cookies();
  const options = choiceCookie(env().ORIGIN);
  if (isLocale(locale)) {
    jar.set(LOCALE_COOKIE, locale, options);
    if (await currentViewer()) await setAccountLocale(await accountContext(), locale);
  }
  if (isTheme(theme)) jar.set(THEME_COOKIE, theme, choiceCookie(env().ORIGIN, { isOpen: true }));
  if (theme === "system") jar.delete(THEME_COOKIE);
  return new Response(null, { status: 303, headers: { location: backPath(request.headers) } });
});
