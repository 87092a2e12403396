import { escapeXml } from "@/lib/core/text/xml";
import { zipOf } from "@/lib/core/zip";
import type { Cell, Table } from "./table";

export const ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

const CHUNK = 16_384;

/**
 * The table as an OpenDocument spreadsheet (ODF 1.3), zipped while it is read. Words are words there: no cell is a
 * formula.
 */
export function odsOf(table: Table): NodeJS.ReadableStream {
  return zipOf(async (add) => {
    // First, whole and not compressed, so that the file is known by its beginning (ODF 1.3, part 2, 3.3).
    await add("mimetype", Buffer.from(ODS_TYPE), { compress: false });
    await add("META-INF/manifest.xml", Buffer.from(manifest));
    await add("content.xml", contentOf(table));
  });
}

async function* contentOf({ title, head, rows }: Table): AsyncGenerator<string> {
  let text = `${opening}<table:table table:name="${escapeXml(sheetName(title))}">`;
  text += `<table:table-column table:number-columns-repeated="${head.length}" table:style-name="column"/>`;
  text += `<table:table-header-rows>${rowOf(head, "head")}</table:table-header-rows>`;
  for await (const row of rows) {
    text += rowOf(row);
    if (text.length < CHUNK) continue;
    yield text;
    text = "";
  }
  yield `${text}</table:table></office:spreadsheet></office:body></office:document-content>`;
}

/** Programs refuse some signs in the name of a sheet, and long ones. */
function sheetName(title: string): string {
  return (
    title
      .replace(/[[\]*?:/\\']/g, " ")
      .slice(0, 31)
      .trim() || "1"
  );
}

function rowOf(cells: Cell[], style?: string): string {
  return `<table:table-row>${cells.map((cell) => cellOf(cell, style)).join("")}</table:table-row>`;
}

function cellOf(cell: Cell, style?: string): string {
  if (cell === "") return "<table:table-cell/>";
  if (typeof cell === "number") return `<table:table-cell office:value-type="float" office:value="${cell}"/>`;
  if (typeof cell !== "string")
    return `<table:table-cell table:style-name="moment" office:value-type="date" office:date-value="${cell.at}:00"/>`;
  const lines = cell.split(/\r\n?|\n/).map((line) => `<text:p>${spaced(escapeXml(line))}</text:p>`);
  const styled = style ? ` table:style-name="${style}"` : "";
  return `<table:table-cell${styled} office:value-type="string">${lines.join("")}</table:table-cell>`;
}

/** Several spaces and tabs count as one space unless they are elements (ODF 1.3, part 3, 6.1.2). */
function spaced(xml: string): string {
  return xml
    .replace(/ {2,}|^ | $/g, ({ length }) => `<text:s text:c="${length}"/>`)
    .replaceAll("\t", "<text:tab/>");
}

const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${ODS_TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>`;

const moment = ["year", "-", "month", "-", "day", " ", "hours", ":", "minutes"]
  .map((part) =>
    /\w/.test(part) ? `<number:${part} number:style="long"/>` : `<number:text>${part}</number:text>`,
  )
  .join("");

const opening = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3">
<office:automatic-styles>
<number:date-style style:name="clock">${moment}</number:date-style>
<style:style style:name="column" style:family="table-column"><style:table-column-properties style:column-width="4cm"/></style:style>
<style:style style:name="head" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="moment" style:family="table-cell" style:data-style-name="clock"/>
</office:automatic-styles>
<office:body><office:spreadsheet>`;
