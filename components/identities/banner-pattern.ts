import { fnv1a, randomFrom } from "@/lib/feeds/poster/random";

export type BannerPattern = { palette: number; hills: { disc: string; rings: string; ink: "a" | "b" }[] };

export const bannerSize = { width: 1120, height: 140 };

/** The posters' colours without the night, which would be loud above a name. */
const palettes = [0, 1, 2, 4, 5];

const gap = 16;

/**
 * A quiet horizon of sound, from the handle alone: bells far away, each ringing from below the edge, the nearer in front
 * of the farther. The same handle has the same one for ever.
 */
export function bannerPatternOf(handle: string): BannerPattern {
  const random = randomFrom(fnv1a(handle));
  const palette = palettes[Math.floor(random() * palettes.length)] ?? 0;
  const count = 7 + Math.floor(random() * 4);
  const hills = Array.from({ length: count }, (_, index) => {
    const x = Math.round(((index + 0.5 + (random() - 0.5) * 0.7) * bannerSize.width) / count);
    const rings = 4 + Math.floor(random() * 4);
    const y = bannerSize.height + Math.round(random() * 30);
    const radii = Array.from({ length: rings }, (_, ring) => (ring + 1) * gap);
    return {
      size: rings,
      disc: circle(x, y, rings * gap + gap / 2),
      rings: radii.map((radius) => circle(x, y, radius)).join(""),
      ink: random() < 0.7 ? ("a" as const) : ("b" as const),
    };
  });
  return {
    palette,
    hills: hills.sort((one, other) => other.size - one.size).map(({ size: _, ...hill }) => hill),
  };
}

function circle(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 1 ${radius * 2} 0a${radius} ${radius} 0 1 1-${radius * 2} 0z`;
}
