import { colorsOf, ourAccents, pageColors, type Shade } from "@/lib/core/look/accent";
import type { Color } from "@/lib/core/look/contrast";
import type { Ink } from "@/lib/feeds/poster/poster";

type Accents = Record<Shade, Color>;

/** The light colours of components/ui/tokens.css with the server's accent: a picture cannot ask what the reader prefers. */
export function coloursIn({ light }: Accents) {
  const { paper, sheet, ink } = pageColors.light;
  const { bell, on: onBell } = colorsOf(light, "light");
  // Red whatever the accent is: it tells that an event is called off.
  const warning = ourAccents.light;
  return { paper, sheet, line: "#e4d9c7", ink, inkSoft: "#5d566b", bell, onBell, warning };
}

const { ink } = pageColors.light;
const marigold = "#f2b33d";
const meadow = "#2f6b45";
const plum = "#6b3f79";

/** The colours of a palette by number: the six of components/events/cover.css. */
export function inksOf(palette: number, { light, dark }: Accents): Record<Ink, string> {
  const { bell, ground } = colorsOf(light, "light");
  const palettes: Record<Ink, string>[] = [
    { ground, a: bell, b: marigold, c: ink },
    { ground: "#dfe9dc", a: meadow, b: marigold, c: ink },
    { ground: "#eadcf0", a: plum, b: bell, c: marigold },
    { ground: "#1f1b2d", a: "#f2b33d", b: dark, c: "#eadcf0" },
    { ground: "#fbe3a9", a: ink, b: bell, c: meadow },
    { ground: "#d8e3f3", a: "#2a4f8f", b: bell, c: marigold },
  ];
  return palettes[palette] ?? palettes[0]!;
}
