import { type AccentColors, colorsOf, isReadable, nearestReadable, ourAccents, type Shade } from "./accent";
import { type Color, colorIn } from "./contrast";

export type Accents = { accentLight: Color | null; accentDark: Color | null };

/** Grows when the stylesheet of the same colours becomes another: browsers keep each for ever. */
const VERSION = 2;
const fileShape = /^2-([0-9a-f]{6})-([0-9a-f]{6})\.css$/;

/** The accents that are used: each readable, whoever wrote it, and ours where none was chosen. */
export function accentsOf({ accentLight, accentDark }: Accents): Record<Shade, Color> {
  return {
    light: nearestReadable(accentLight ?? ourAccents.light, "light"),
    dark: nearestReadable(accentDark ?? ourAccents.dark, "dark"),
  };
}

/** The file that says these colours; null where they are ours, which all pages know. */
export function stylesheetName(accents: Accents): string | null {
  if (!accents.accentLight && !accents.accentDark) return null;
  const { light, dark } = accentsOf(accents);
  return `${VERSION}-${light.slice(1)}-${dark.slice(1)}.css`;
}

/** What stands in that file; null for names that we never give. All follows from the name, so nothing is asked. */
export function stylesheetNamed(file: string): string | null {
  const [light, dark] = (fileShape.exec(file) ?? []).slice(1).map(colorIn);
  if (!light || !dark || !isReadable(light, "light") || !isReadable(dark, "dark")) return null;
  const [onLight, onDark] = [tokensOf(colorsOf(light, "light")), tokensOf(colorsOf(dark, "dark"))];
  // Twice, so that it counts more than components/ui/tokens.css, wherever the browser meets it. Not by light-dark(): the
  // build makes that readable for browsers that do not know it, and this is no part of the build.
  return [
    `:root:root{${onLight}}`,
    // On paper all is light.
    `@media screen and (prefers-color-scheme: dark){:root:root:not([data-theme="light"]){${onDark}}}`,
    `@media screen{:root:root[data-theme="dark"]{${onDark}}}`,
    // What stands on a dark ground in both.
    `:root:root{--bell-night:${dark}}\n`,
  ].join("\n");
}

function tokensOf(colors: AccentColors): string {
  return (Object.keys(tokens) as (keyof AccentColors)[])
    .map((key) => `${tokens[key]}:${colors[key]}`)
    .join(";");
}

const tokens: Record<keyof AccentColors, string> = {
  bell: "--bell",
  strong: "--bell-strong",
  on: "--on-bell",
  wash: "--bell-wash",
  ground: "--bell-ground",
};
