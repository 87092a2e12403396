import { type Color, contrast, mix, TEXT_CONTRAST } from "./contrast";

export type Shade = "light" | "dark";

/** What pages are made of, as components/ui/tokens.css says it; a test compares the two. `away`: where an accent moves to be read. */
export const pageColors = {
  light: { paper: "#fbf7f0", sheet: "#fffdf9", sunk: "#f3ecdf", ink: "#1f1b2d", away: "#000000" },
  dark: { paper: "#17141f", sheet: "#201c2b", sunk: "#2b2639", ink: "#f3ede2", away: "#ffffff" },
} as const satisfies Record<Shade, Record<string, Color>>;

/** What an accent stands for: the colours that components/ui/tokens.css calls bell. `ground`: what a drawn poster stands on. */
export type AccentColors = Record<"bell" | "strong" | "on" | "wash" | "ground", Color>;

/** Ours were chosen by hand, as components/ui/tokens.css says them. */
const ours = {
  light: { bell: "#b4431f", strong: "#93340f", on: "#ffffff", wash: "#fbe7dc", ground: "#f6d9c4" },
  dark: { bell: "#ff9a6b", strong: "#ffb48f", on: "#2a1005", wash: "#3a2119", ground: "#2f1d1a" },
} as const satisfies Record<Shade, AccentColors>;

/** Ours, where administrators chose none. */
export const ourAccents = { light: ours.light.bell, dark: ours.dark.bell } as const satisfies Record<
  Shade,
  Color
>;

/** How well an accent is read: as text where the page is closest to it, and under the text of a button. */
export function contrastsOf(accent: Color, shade: Shade): { asText: number; underText: number } {
  const { paper, sheet, sunk } = pageColors[shade];
  const asText = Math.min(...[paper, sheet, sunk].map((ground) => contrast(accent, ground)));
  return { asText, underText: contrast(accent, textOn(accent, shade)) };
}

/** Whether both reach 4.5 to 1. */
export function isReadable(accent: Color, shade: Shade): boolean {
  const { asText, underText } = contrastsOf(accent, shade);
  return Math.min(asText, underText) >= TEXT_CONTRAST;
}

/** The colour itself if it is readable, or else the nearest on its way to black, or to white on dark pages. */
export function nearestReadable(accent: Color, shade: Shade): Color {
  for (let share = 0; share < 1; share += 0.01) {
    const moved = mix(accent, pageColors[shade].away, share);
    if (isReadable(moved, shade)) return moved;
  }
  return ourAccents[shade];
}

/** Everything that follows from an accent that is readable; so are the others then. */
export function colorsOf(accent: Color, shade: Shade): AccentColors {
  if (accent === ourAccents[shade]) return ours[shade];
  const { paper, away } = pageColors[shade];
  const strong = mix(accent, away, shade === "light" ? 0.2 : 0.3);
  const washes = [0.12, 0.08, 0.05, 0.02].map((share) => mix(paper, accent, share));
  const wash = washes.find((each) => contrast(accent, each) >= TEXT_CONTRAST) ?? paper;
  const ground = mix(paper, accent, shade === "light" ? 0.16 : 0.12);
  return { bell: accent, strong, on: textOn(accent, shade), wash, ground };
}

function textOn(accent: Color, shade: Shade): Color {
  return shade === "light" ? "#ffffff" : mix(accent, "#000000", 0.82);
}
