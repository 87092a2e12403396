import { cookies } from "next/headers";
import { z } from "zod";
import { setLocale } from "@/lib/accounts/locale";
import { setTheme } from "@/lib/accounts/preferences";
import { isLocale } from "@/lib/core/locale";
import { safePath } from "@/lib/core/paths";
import { backPath } from "@/lib/web/back-path";
import { chooseLocale, chooseTheme } from "@/lib/web/choices";
import { accountContext } from "@/lib/web/context";
import { formOf, handler } from "@/lib/web/handler";
import { assertSameOrigin } from "@/lib/web/security/origin";
import { currentViewer } from "@/lib/web/viewer";
import { isTheme } from "@/lib/web/visitor/themes";

const preferences = z.object({
  locale: z.string().optional(),
  theme: z.string().optional(),
  /** Where to go on; without it where the form stands. */
  back: z.string().max(500).optional(),
});

/**
 * Language and theme of this browser, and of the account of whoever is signed in: from plain forms in the footer,
 * since kept pages have no actions, and from the settings.
 */
export const POST = handler(async (request) => {
  assertSameOrigin(request);
  const { locale, theme, back } = await formOf(request, preferences);
  const account = (await currentViewer()) && (await accountContext());
  const jar = await cookies();
  if (isLocale(locale)) {
    chooseLocale(jar, locale);
    if (account) await setLocale(account, locale);
  }
  if (isTheme(theme) || theme === "system") {
    const chosen = isTheme(theme) ? theme : null;
    chooseTheme(jar, chosen);
    if (account) await setTheme(account, chosen);
  }
  const location = back === undefined ? backPath(request.headers) : safePath(back);
  return new Response(null, { status: 303, headers: { location } });
});
