import type { Ink, PosterPath } from "./poster";
import type { Random } from "./random";

const width = 720;
const height = 302;

/** Every family of posters. The order is part of the seed's meaning: add at the end only. */
export const patterns: ((random: Random) => PosterPath[])[] = [
  arcs,
  peal,
  bars,
  waves,
  scales,
  tiles,
  arcs,
  echo,
];

/** Sound from one bell. */
function arcs(random: Random): PosterPath[] {
  const x = between(random, 0.2, 0.8) * width;
  const y = between(random, 0.5, 1.1) * height;
  const step = between(random, 46, 66);
  const inks = shuffled(random);
  const rings = Array.from({ length: 9 }, (_, ring): PosterPath => {
    const dash = random() < 0.3 ? `${round(step * 1.8)} ${round(step * 0.45)}` : undefined;
    return {
      d: circle(x, y, step * (ring + 1)),
      stroke: inks[ring % 3],
      width: round(between(random, 9, step * 0.5)),
      dash,
    };
  });
  return [...rings, { d: circle(x, y, step * 0.36), fill: inks[2] }];
}

/** Two bells whose sound meets. */
function echo(random: Random): PosterPath[] {
  const step = between(random, 30, 44);
  const inks = shuffled(random);
  const left = between(random, 0.05, 0.3) * width;
  const centres: [number, number][] = [
    [left, between(random, 0.6, 1) * height],
    [left + between(random, 0.42, 0.6) * width, between(random, 0, 0.4) * height],
  ];
  return centres.flatMap(([x, y], side): PosterPath[] => [
    {
      d: [8, 7, 6, 5, 4, 3, 2].map((ring) => circle(x, y, step * ring)).join(""),
      stroke: inks[side],
      width: round(step * 0.3),
    },
    { d: circle(x, y, step), fill: inks[2] },
  ]);
}

/** A row of bells under a beam, each at another point of its swing. */
function peal(random: Random): PosterPath[] {
  const count = 3 + Math.floor(random() * 4);
  const inks = shuffled(random);
  const phase = random() * 6;
  const scale = [1.9, 1.5, 1.3, 1.1][count - 3] ?? 1;
  const rope = Math.round(240 / scale - 108);
  const bell = `M0 0v${rope}m-46 86c14-9 14-30 14-46a32 32 0 0 1 64 0c0 16 0 37 14 46ZM-12 ${rope + 96}a12 12 0 0 0 24 0Z`;
  const bells = Array.from({ length: count }, (_, index): PosterPath => {
    const ink = inks[index % 3];
    const swing = Math.round(Math.sin(phase + index * 0.7) * 17);
    const place = `translate(${round(((index + 0.5) * width) / count)} 26)`;
    return {
      d: bell,
      fill: ink,
      stroke: ink,
      width: 6,
      transform: `${place} rotate(${swing}) scale(${scale})`,
    };
  });
  return [...bells, { d: `M-20 13H${width + 20}`, stroke: inks[count % 3], width: 26 }];
}

/** The loudness of a tune, bar by bar. */
function bars(random: Random): PosterPath[] {
  const gap = between(random, 30, 46);
  const inks = shuffled(random);
  const [slow, fast] = [between(random, 0.2, 0.4), between(random, 0.7, 1.3)];
  const d: Record<string, string> = {};
  for (let index = 0; index * gap < width + gap; index++) {
    const loud = 0.52 + 0.28 * Math.sin(index * slow + gap) + 0.18 * Math.sin(index * fast);
    const ink = inks[index % 5 === 2 ? 1 : index % 7 === 3 ? 2 : 0] ?? "a";
    const half = (loud * height) / 2;
    d[ink] = `${d[ink] ?? ""}M${round(index * gap)} ${round(height / 2 - half)}v${round(half * 2)}`;
  }
  return Object.entries(d).map(([ink, path]) => ({ d: path, stroke: ink as Ink, width: round(gap * 0.56) }));
}

/** Long waves, one over another. */
function waves(random: Random): PosterPath[] {
  const length = between(random, 90, 180);
  const rise = between(random, 40, 90);
  const inks = shuffled(random);
  const lines = 6;
  return Array.from({ length: lines }, (_, line): PosterPath => {
    const x = -length * (1 + (line % 2) * 0.35);
    const y = ((line + 0.3) * height) / (lines - 0.8);
    const turns = `t${round(length)} 0`.repeat(Math.ceil(width / length) + 2);
    return {
      d: `M${round(x)} ${round(y)}q${round(length / 2)} ${round(-rise)} ${round(length)} 0${turns}`,
      stroke: inks[line % 3],
      width: round(between(random, 10, 30)),
    };
  });
}

/** Rows of half rounds, like roofs or the scales of a fish. A dash of no length with a round cap is a disc. */
function scales(random: Random): PosterPath[] {
  const size = between(random, 170, 240);
  const inks = shuffled(random);
  const rows = Math.ceil(height / (size / 2)) + 1;
  return Array.from({ length: rows }, (_, row): PosterPath[] => {
    const d = `M${row % 2 ? 0 : round(-size / 2)} ${round((row * size) / 2)}h${round(width + size)}`;
    const disc = (part: number, stroke: Ink | undefined): PosterPath => ({
      d,
      stroke,
      width: round(size * part),
      dash: `0 ${round(size)}`,
    });
    return [
      disc(1, "ground"),
      disc(0.92, inks[row % 3]),
      disc(0.58, "ground"),
      disc(0.3, inks[(row + 1) % 3]),
    ];
  }).flat();
}

/** Quarter rounds laid like tiles. */
function tiles(random: Random): PosterPath[] {
  const size = random() < 0.5 ? 90 : 120;
  const inks = shuffled(random);
  const corners = [
    `h${size}a${size} ${size} 0 0 1-${size} ${size}z`,
    `h${size}v${size}a${size} ${size} 0 0 1-${size}-${size}z`,
    `v${size}h${size}a${size} ${size} 0 0 0-${size}-${size}z`,
    `m${size} 0v${size}h-${size}a${size} ${size} 0 0 1 ${size}-${size}z`,
  ];
  const d: Record<string, string> = {};
  for (let y = 0; y < height; y += size) {
    for (let x = 0; x < width; x += size) {
      const ink = inks[Math.floor(random() * 3.6)];
      if (ink) d[ink] = `${d[ink] ?? ""}M${x} ${y}${corners[Math.floor(random() * 4)]}`;
    }
  }
  return Object.entries(d).map(([ink, path]) => ({ d: path, fill: ink as Ink }));
}

function circle(x: number, y: number, radius: number): string {
  const [r, d] = [round(radius), round(2 * round(radius))];
  return `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 1 ${d} 0a${r} ${r} 0 1 1-${d} 0z`;
}

function between(random: Random, least: number, most: number): number {
  return least + random() * (most - least);
}

function shuffled(random: Random): Ink[] {
  const orders: Ink[][] = [
    ["a", "b", "c"],
    ["b", "a", "c"],
    ["a", "c", "b"],
    ["c", "a", "b"],
  ];
  return orders[Math.floor(random() * orders.length)] ?? ["a", "b", "c"];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
