type Crop = {
  /** Where it was clicked, from the edge of what is shown. */
  at: number;
  /** How much of the picture is shown, and how long all of it would be, at the same scale. */
  shown: number;
  whole: number;
  /** In percent, as `object-position` has it. */
  position: number;
};

/** Which point of the whole picture was clicked, in tenths of it, as percent: shown there, it stays in sight. */
export function focusOf({ at, shown, whole, position }: Crop): number {
  const before = (position / 100) * (whole - shown);
  const share = (at + before) / whole;
  return Math.round(Math.min(1, Math.max(0, share)) * 10) * 10;
}
