import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "./read-csv";

const cellsOf = (text: string) => readCsv(text).map(({ cells }) => cells);

describe("readCsv", () => {
  test("takes all ends of lines, a byte order mark, and a last line without an end", () => {
    expect(cellsOf("\ufeffa,b\r\nc,d\ne,f\rg,h")).toEqual([
      ["a", "b"],
      ["c", "d"],
      ["e", "f"],
      ["g", "h"],
    ]);
    expect(cellsOf("a,\n,b\n")).toEqual([
      ["a", ""],
      ["", "b"],
    ]);
  });

  test("reads what is quoted, with commas, quotes and lines in it", () => {
    expect(cellsOf('"a,b","say ""hi""","two\nlines",""\n')).toEqual([["a,b", 'say "hi"', "two\nlines", ""]]);
    expect(cellsOf('it is 5" wide,x')).toEqual([['it is 5" wide', "x"]]);
  });

  test("leaves empty lines out, and says in which line a row begins", () => {
    expect(readCsv('\n\na\n"b\nb"\n\nc\n')).toEqual([
      { line: 3, cells: ["a"] },
      { line: 4, cells: ["b\nb"] },
      { line: 7, cells: ["c"] },
    ]);
    expect(readCsv("")).toEqual([]);
  });

  test("reads back every cell that was written", () => {
    const cell = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 })), (rows) => {
        const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(","));
        expect(cellsOf(text.join("\r\n"))).toEqual(rows);
      }),
    );
  });
});
