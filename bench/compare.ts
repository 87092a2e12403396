import type { Figures, Rounds } from "./load";
import type { Target } from "./targets";

export type Row = {
  target: Target;
  figures: Figures;
  /** Of the bare page's figure. */
  ratio: number | null;
  /** How much of the figure with few events is left with many. */
  growth: number | null;
};

/** Ratios are taken round by round, and then the middle one: both sides of a round met the same machine. */
export function compare(rounds: Rounds): Row[] {
  const measured = [...rounds];
  return measured.map(([target, own]) => {
    const bare = measured.find(([{ name }]) => name === target.against?.name);
    const smaller = measured.find(
      ([{ name, events }]) => name === target.name && (events ?? 0) < (target.events ?? 0),
    );
    return {
      target,
      figures: middle(own),
      ratio: bare ? ratio(own, bare[1]) : null,
      growth: smaller ? ratio(own, smaller[1]) : null,
    };
  });
}

function ratio(ours: Figures[], theirs: Figures[]): number {
  return median(ours.map(({ perSecond }, round) => perSecond / theirs[round]!.perSecond));
}

function middle(rounds: Figures[]): Figures {
  const of = (key: keyof Figures) => median(rounds.map((figures) => figures[key]));
  return { perSecond: of("perSecond"), p50: of("p50"), p99: of("p99") };
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half) - 1]!) / 2;
}
