import { say } from "@/scripts/start/say";
import type { Row } from "./compare";

const growthAim = 0.8;

export function printFigures(rows: Row[]): void {
  const head = ["page", "events", "req/s", "p50 ms", "p99 ms", "of bare", "aim", "", "of few", "aim", ""];
  printTable(
    head,
    rows.map(({ target, figures, ratio, growth }) => [
      target.name,
      target.events?.toLocaleString("en") ?? "",
      Math.round(figures.perSecond).toLocaleString("en"),
      String(figures.p50),
      String(figures.p99),
      ...judged(ratio, target.against?.aim),
      ...judged(growth, growthAim),
    ]),
  );
}

/** A ratio, what it should be at least, and whether it is. */
function judged(value: number | null, aim: number | undefined): string[] {
  if (value === null) return ["", "", ""];
  if (aim === undefined) return [percent(value), "", ""];
  return [percent(value), percent(aim), value >= aim ? "ok" : "short"];
}

function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}

export type Weighed = { what: string; bytes: number; budget: number };

export function printWeights(weighed: Weighed[]): void {
  const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1);
  printTable(
    ["weight, gzip", "KB", "budget", ""],
    weighed.map(({ what, bytes, budget }) => [
      what,
      kilobytes(bytes),
      kilobytes(budget),
      bytes <= budget ? "ok" : "over",
    ]),
  );
}

/** Prints a table: the first column is text, the others are aligned to the right. */
function printTable(head: string[], rows: string[][]): void {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join("  ");
  say(`\n${line(head)}\n${widths.map((width) => "-".repeat(width)).join("  ")}`);
  for (const row of rows) say(line(row));
}
