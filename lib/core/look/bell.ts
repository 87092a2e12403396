import { isReadable } from "./accent";
import { colorIn } from "./contrast";
import { type Accents, accentsOf } from "./stylesheet";

const fileShape = /^bell-([0-9a-f]{6})-([0-9a-f]{6})\.svg$/;

/** Our bell in the colours of this server, for browsers' tabs: the file that shows it; null where they are ours. */
export function bellName(accents: Accents): string | null {
  if (!accents.accentLight && !accents.accentDark) return null;
  const { light, dark } = accentsOf(accents);
  return `bell-${light.slice(1)}-${dark.slice(1)}.svg`;
}

/** What stands in that file; null for names that we never give. All follows from the name, as with stylesheets. */
export function bellNamed(file: string): string | null {
  const [light, dark] = (fileShape.exec(file) ?? []).slice(1).map(colorIn);
  if (!light || !dark || !isReadable(light, "light") || !isReadable(dark, "dark")) return null;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28" fill="none" stroke="${light}" ${ROUND}><title>Bell</title><style>@media (prefers-color-scheme: dark) { svg { stroke: ${dark} } }</style>${SHAPE}</svg>\n`;
}

const ROUND = 'stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"';
const SHAPE =
  '<path d="M5 20c3-2 3-6 3-9a6 6 0 0 1 12 0c0 3 0 7 3 9Z"/><path d="M11.5 23.5a2.6 2.6 0 0 0 5 0"/><path d="M3 8.5A9 9 0 0 1 6 3.6M25 8.5a9 9 0 0 0-3-4.9"/>';
