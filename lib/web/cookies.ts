/** Which cookies there are. Their names are in the rewrites too, which are fixed at build time. */
export const SESSION_COOKIE = "carillon_session";
export const IDENTITY_COOKIE = "carillon_identity";
/** Between password and second factor. */
export const SECOND_STEP_COOKIE = "carillon_second_step";
export const LOCALE_COOKIE = "carillon_locale";
export const THEME_COOKIE = "carillon_theme";

const YEAR = 365 * 86_400;

/**
 * For what somebody chose. `isOpen`: the enhancement module may read and change it, as it does with the theme.
 * `secure` follows the public origin, since localhost has no TLS.
 */
export function choiceCookie(origin: string, { isOpen = false } = {}) {
  return {
    httpOnly: !isOpen,
    sameSite: "lax" as const,
    path: "/",
    maxAge: YEAR,
    secure: origin.startsWith("https:"),
  };
}
