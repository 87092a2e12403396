/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to get from one word to the
 * other (optimal string alignment), or null if more than `bound`.
 */
export function editDistance(from: string, to: string, bound: number): number | null {
  if (Math.abs(from.length - to.length) > bound) return null;
  let [before, last]: [number[], number[]] = [
    [],
    Array.from({ length: to.length + 1 }, (_, column) => column),
  ];
  for (let row = 1; row <= from.length; row++) {
    const next = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      next.push(
        Math.min(
          next[column - 1]! + 1,
          last[column]! + 1,
          last[column - 1]! + same,
          swapped ? before[column - 2]! + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    if (Math.min(...next) > bound) return null;
    [before, last] = [last, next];
  }
  const distance = last[to.length]!;
  return distance <= bound ? distance : null;
}
