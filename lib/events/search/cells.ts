export type Point = { latitude: number; longitude: number };

const EARTH_KM = 6371;
const KM_PER_DEGREE = (Math.PI * EARTH_KM) / 180;

/** More cells than this cost more than reading what lies beside the circle: each is held against each event of all. */
const CELLS_AT_MOST = 16;

/** Nor are they asked for more coarsely than by the last grid: so many of its squares are left. */
const COARSE_CELLS_AT_MOST = 64;

/** Squares in a month hold so few events that more of them may be asked for: nearly all that they hold is wanted. */
const MONTHLY_CELLS_AT_MOST = 64;

type Grid = { letter: string; perDegree: number; isMonthly: boolean };

/** Grids of squares, fine one first: letter in the marks, squares a degree, and whether there is a mark for each month too. */
export const grids: Grid[] = [
  { letter: "a", perDegree: 10, isMonthly: false },
  { letter: "b", perDegree: 4, isMonthly: true },
  { letter: "d", perDegree: 1, isMonthly: true },
];

/** Degrees fall on lines of the fine grid when they are rounded to tenths: both sides must agree on the square. */
export const ON_THE_LINE = 1e-6;

/**
 * Marks of the squares that a circle touches, on the finest grid where they are not too many; null where the circle is
 * so large, or so near to a pole, that squares are of no use.
 */
export function cellsAround(point: Point, kilometres: number): string[] | null {
  return onFinest(grids, { point, kilometres }, ({ perDegree }) =>
    perDegree === 1 ? COARSE_CELLS_AT_MOST : CELLS_AT_MOST,
  );
}

/** The same for what is there in one of these months ("2026-11"); null also where that would be too many marks. */
export function monthlyCellsAround(point: Point, kilometres: number, months: string[]): string[] | null {
  if (months.length === 0) return null;
  const monthly = grids.filter(({ isMonthly }) => isMonthly);
  const most = Math.floor(MONTHLY_CELLS_AT_MOST / months.length);
  const cells = onFinest(monthly, { point, kilometres }, () => most);
  return cells?.flatMap((cell) => months.map((month) => `${cell}:${month}`)) ?? null;
}

/** Degrees between which a circle lies; null where it lies around a pole, or on both sides of the date line. */
export function boxAround({ latitude, longitude }: Point, kilometres: number) {
  const up = kilometres / KM_PER_DEGREE;
  const widest = Math.abs(latitude) + up;
  if (widest > 85) return null;
  const aside = up / Math.cos((widest * Math.PI) / 180);
  if (Math.abs(longitude) + aside > 180) return null;
  return {
    south: latitude - up,
    north: latitude + up,
    west: longitude - aside,
    east: longitude + aside,
  };
}

/** Kilometres between two points, along the surface (haversine). */
export function distanceBetween(a: Point, b: Point): number {
  const [from, to] = [radians(a.latitude), radians(b.latitude)];
  const half = (angle: number) => Math.sin(angle / 2) ** 2;
  const arc = half(to - from) + Math.cos(from) * Math.cos(to) * half(radians(b.longitude - a.longitude));
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(arc)));
}

type Circle = { point: Point; kilometres: number };

function onFinest(
  offered: Grid[],
  { point: { latitude, longitude }, kilometres }: Circle,
  most: (grid: Grid) => number,
): string[] | null {
  const up = kilometres / KM_PER_DEGREE;
  const widest = Math.min(90, Math.abs(latitude) + up);
  if (widest > 85) return null;
  const aside = up / Math.cos((widest * Math.PI) / 180);
  for (const grid of offered) {
    const { letter, perDegree } = grid;
    const rows = squares(latitude - up, latitude + up, perDegree);
    const columns = squares(longitude - aside, longitude + aside, perDegree);
    if (rows.length * columns.length > most(grid)) continue;
    const around = columns.map((column) => wrapped(column, perDegree));
    return rows.flatMap((row) => around.map((column) => `=${letter}:${row}:${column}`));
  }
  return null;
}

function squares(from: number, to: number, perDegree: number): number[] {
  const first = Math.floor((from - ON_THE_LINE) * perDegree);
  const last = Math.floor((to + ON_THE_LINE) * perDegree + ON_THE_LINE);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** West of the date line is east of it. */
function wrapped(column: number, perDegree: number): number {
  const around = 360 * perDegree;
  return ((((column + around / 2) % around) + around) % around) - around / 2;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
