/** Which cookies there are. Their names are in the rewrites too, which are fixed at build time. */
export const SESSION_COOKIE = "carillon_session";
export const IDENTITY_COOKIE = "carillon_identity";
/** Between password and second factor. */
export const SECOND_STEP_COOKIE = "carillon_second_step";
/** Recovery codes that were made just now. */
export const FRESH_CODES_COOKIE = "carillon_fresh_codes";
/** What somebody was sent to an OIDC provider for. */
export const ERRAND_COOKIE = "carillon_errand";
/** Somebody came from a provider and has no account yet. */
export const FINISH_COOKIE = "carillon_finish_sign_up";
/** That somebody signed in here before, and with which account: a riddle for everybody but this server. */
export const DEVICE_COOKIE = "carillon_device";
/** The key to what somebody wrote when their session had ended. */
export const UNSENT_COOKIE = "carillon_unsent";
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
