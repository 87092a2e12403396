/** A visitor's theme is a cookie; without one the page follows the system, so it needs a variant of its own. */
export const themes = ["light", "dark"] as const;

export type Theme = (typeof themes)[number];

/** Whether this is a theme that can be chosen; anything else follows the system. */
export function isTheme(text: string | undefined): text is Theme {
  return themes.includes(text as Theme);
}
