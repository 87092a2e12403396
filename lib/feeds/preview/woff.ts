import { inflateSync } from "node:zlib";

const headerLength = 44;
const entryLength = 20;

/**
 * The plain font out of a WOFF file (W3C WOFF 1.0): the library that sets text in pictures reads no other. For our own
 * files only: nothing is checked.
 */
export function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  writeHead(head, { flavour: woff.subarray(4, 8), count });
  const parts: Buffer[] = [head];
  let at = head.length;
  for (let index = 0; index < count; index++) {
    const entry = woff.subarray(headerLength + entryLength * index, headerLength + entryLength * (index + 1));
    const table = tableOf(woff, entry);
    const record = head.subarray(12 + 16 * index);
    entry.copy(record, 0, 0, 4);
    entry.copy(record, 4, 16, 20);
    record.writeUInt32BE(at, 8);
    record.writeUInt32BE(table.length, 12);
    const padding = Buffer.alloc(-table.length & 3);
    parts.push(table, padding);
    at += table.length + padding.length;
  }
  return Buffer.concat(parts);
}

/** The head of an OpenType file: its kind, and how to search its tables by halves. */
function writeHead(head: Buffer, { flavour, count }: { flavour: Buffer; count: number }): void {
  const halvings = Math.floor(Math.log2(count));
  const range = 16 * 2 ** halvings;
  flavour.copy(head);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(range, 6);
  head.writeUInt16BE(halvings, 8);
  head.writeUInt16BE(16 * count - range, 10);
}

/** A table is packed only where that made it smaller. */
function tableOf(woff: Buffer, entry: Buffer): Buffer {
  const [offset, packed, length] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)];
  const bytes = woff.subarray(offset, offset + packed);
  return packed < length ? inflateSync(bytes) : bytes;
}
