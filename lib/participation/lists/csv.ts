import type { Cell, Table } from "./table";

/** Signs that make spreadsheet programs take a text for a formula (OWASP, CSV Injection), in their wide forms too. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** By it programs know that the file is UTF-8. */
const MARK = "\ufeff";

const CHUNK = 16_384;

/** The table as CSV (RFC 4180), UTF-8, in pieces of some kilobytes. No cell is taken for a formula. */
export async function* csvOf({ head, rows }: Table): AsyncGenerator<string> {
  let text = MARK + csvLine(head);
  for await (const row of rows) {
    text += csvLine(row);
    if (text.length < CHUNK) continue;
    yield text;
    text = "";
  }
  yield text;
}

/** One line with its end. */
export function csvLine(cells: Cell[]): string {
  return `${cells.map(fieldOf).join(",")}\r\n`;
}

function fieldOf(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  if (typeof cell !== "string") return cell.at.replace("T", " ");
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
