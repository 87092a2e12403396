import { cookies } from "next/headers";
import { findSession } from "@/lib/accounts/session";
import { connection } from "@/lib/core/database";
import { chooseLocale, chooseTheme } from "./choices";
import { IDENTITY_COOKIE, LOCALE_COOKIE, THEME_COOKIE } from "./cookies";

/**
 * After signing in: language and colours that the account keeps hold in this browser too, also on kept pages, unless
 * others were chosen here. One acts as the account's default identity, not as whoever acted here last.
 */
export async function bringChoices(sessionId: string): Promise<void> {
  const jar = await cookies();
  if (jar.has(IDENTITY_COOKIE)) jar.delete(IDENTITY_COOKIE);
  const session = await findSession({ db: connection().db, now: new Date() }, sessionId);
  if (!session) return;
  if (!jar.has(LOCALE_COOKIE)) chooseLocale(jar, session.locale);
  if (session.theme && !jar.has(THEME_COOKIE)) chooseTheme(jar, session.theme);
}
