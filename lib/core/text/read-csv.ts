/**
 * The rows of a CSV file (RFC 4180), with the line that each begins in, from 1. Takes any line ends, a byte order mark,
 * and quotes inside of fields that are not quoted; empty lines are left out.
 */
export function readCsv(text: string): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  for (const [whole, quoted, plain = "", end] of text.replace(/^\ufeff/, "").matchAll(fields)) {
    const isNothing = whole === "" && cells.length === 0;
    if (!isNothing) cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += whole.match(/\r\n|\r|\n/g)?.length ?? 0;
    if (end === ",") continue;
    if (cells.length > 1 || cells[0]?.trim()) rows.push({ line: begun, cells });
    cells = [];
    begun = line;
  }
  return rows;
}

/** A field, in quotes or not, and what ends it. */
const fields = /(?:"([^"]*(?:""[^"]*)*)"|([^,\r\n]*))(,|\r\n|\r|\n|$)/g;
