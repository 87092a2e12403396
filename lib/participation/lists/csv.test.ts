import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLine, csvOf } from "./csv";
import type { Cell } from "./table";

async function written(head: string[], rows: Cell[][]): Promise<string> {
  const parts: string[] = [];
  for await (const part of csvOf({ title: "", head, rows: later(rows) })) parts.push(part);
  return parts.join("");
}

async function* later<T>(rows: T[]): AsyncGenerator<T> {
  yield* rows;
}

describe("csvOf", () => {
  test("begins with a byte order mark, and ends every line as RFC 4180 says", async () => {
    expect(await written(["Name", "Note"], [["Ada", "Hi"]])).toBe("\ufeffName,Note\r\nAda,Hi\r\n");
  });

  test("quotes what holds commas, quotes and line breaks", () => {
    expect(csvLine(["a,b", 'say "hi"', "two\nlines", "plain"])).toBe(
      '"a,b","say ""hi""","two\nlines",plain\r\n',
    );
  });

  test("writes numbers as numbers and times as clocks show them", () => {
    expect(csvLine([2, 0, { at: "2026-11-26T19:00" }])).toBe("2,0,2026-11-26 19:00\r\n");
  });

  test.each(["=1+1", "+33 6", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"])(
    "keeps %j from being a formula, in headings too",
    async (text) => {
      expect(csvLine([text]).replaceAll('"', "")).toBe(`'${text}\r\n`);
      expect((await written([text], [])).replaceAll('"', "")).toBe(`\ufeff'${text}\r\n`);
    },
  );

  test("is read back whole, whatever is in it", () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab,"\r\n\t=é😀 ;') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read = parse(rows.map((row) => csvLine(row)).join(""));
        const marked = (text: string) => (/^[=\t\r\n]/.test(text) ? `'${text}` : text);
        expect(read).toEqual(rows.map((row) => row.map(marked)));
      }),
    );
  });
});

/** A reader of RFC 4180 that knows nothing of the writer. */
function parse(text: string): string[][] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  const rows: string[][] = [[]];
  for (let match = field.exec(text); match; match = field.exec(text)) {
    rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "\r\n") rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}
