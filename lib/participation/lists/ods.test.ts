import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { fromBuffer } from "yauzl";
import { ODS_TYPE, odsOf } from "./ods";
import type { Cell } from "./table";

async function* later(rows: Cell[][]): AsyncGenerator<Cell[]> {
  yield* rows;
}

async function written(rows: Cell[][], title = "Repair café") {
  return buffer(odsOf({ title, head: ["Name", "Note"], rows: later(rows) }));
}

/** The files in the archive, in their order. */
async function unzipped(zip: Buffer): Promise<Map<string, string>> {
  const opened = await promisify<Buffer, { lazyEntries: boolean }, import("yauzl").ZipFile>(fromBuffer)(zip, {
    lazyEntries: true,
  });
  const files = new Map<string, string>();
  return new Promise((resolve, reject) => {
    opened.on("entry", (entry) =>
      opened.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        buffer(stream).then((content) => {
          files.set(entry.fileName, content.toString());
          opened.readEntry();
        }, reject);
      }),
    );
    opened.on("end", () => resolve(files));
    opened.readEntry();
  });
}

describe("odsOf", () => {
  test("is known by its beginning", async () => {
    const zip = await written([]);
    expect(zip.subarray(30, 38).toString()).toBe("mimetype");
    expect(zip.subarray(38, 38 + ODS_TYPE.length).toString()).toBe(ODS_TYPE);
    expect([...(await unzipped(zip)).keys()]).toEqual(["mimetype", "META-INF/manifest.xml", "content.xml"]);
  });

  test("holds words as words, numbers as numbers and times as times", async () => {
    const rows: Cell[][] = [
      ["=1+1 <b>&", 3],
      [{ at: "2026-11-26T19:00" }, "two\nlines  wide"],
      ["", "\u0000bad"],
    ];
    const content = (await unzipped(await written(rows))).get("content.xml")!;
    expect(content).toContain('office:value-type="string"><text:p>=1+1 &lt;b&gt;&amp;</text:p>');
    expect(content).toContain('office:value-type="float" office:value="3"');
    expect(content).toContain('office:date-value="2026-11-26T19:00:00"');
    expect(content).toContain('<text:p>two</text:p><text:p>lines<text:s text:c="2"/>wide</text:p>');
    expect(content).toContain("<table:table-cell/>");
    expect(content).toContain("<text:p>bad</text:p>");
    expect(content).not.toContain("table:formula");
    expect(parseDocument(content, { xmlMode: true }).children.length).toBeGreaterThan(0);
  });

  test("names its sheet as spreadsheet programs accept it", async () => {
    const title = "What: now? [again/and again] and for a very long time";
    const content = (await unzipped(await written([], title))).get("content.xml")!;
    const [, name = ""] = /table:name="([^"]*)"/.exec(content) ?? [];
    expect(name).not.toMatch(/[[\]*?:/\\']/);
    expect(name.length).toBeLessThanOrEqual(31);
  });
});
