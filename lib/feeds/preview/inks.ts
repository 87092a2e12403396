import type { Ink } from "@/lib/feeds/poster/poster";

/** The light colours of components/ui/tokens.css: a picture cannot ask what the reader prefers. */
export const previewColours = {
  paper: "#fbf7f0",
  sheet: "#fffdf9",
  line: "#e4d9c7",
  ink: "#1f1b2d",
  inkSoft: "#5d566b",
  bell: "#b4431f",
  onBell: "#ffffff",
};

const { ink, bell } = previewColours;
const marigold = "#f2b33d";
const meadow = "#2f6b45";
const plum = "#6b3f79";

/** The six palettes of components/events/cover.css. */
const palettes: Record<Ink, string>[] = [
  { ground: "#f6d9c4", a: bell, b: marigold, c: ink },
  { ground: "#dfe9dc", a: meadow, b: marigold, c: ink },
  { ground: "#eadcf0", a: plum, b: bell, c: marigold },
  { ground: "#1f1b2d", a: "#f2b33d", b: "#ff9a6b", c: "#eadcf0" },
  { ground: "#fbe3a9", a: ink, b: bell, c: meadow },
  { ground: "#d8e3f3", a: "#2a4f8f", b: bell, c: marigold },
];

/** The colours of a palette by number. */
export function inksOf(palette: number): Record<Ink, string> {
  return palettes[palette] ?? palettes[0]!;
}
