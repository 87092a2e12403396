import { randomBytes, randomInt } from "node:crypto";

type Chunk = { type: string; data: Buffer };

const kept = new Set(["VP8X", "ICCP", "ALPH", "VP8 ", "VP8L", "EXIF", "ANIM", "ANMF"]);

/**
 * The picture with its first frame alone: the decoder counts all frames before it reads one, and 80,000 frames in
 * 6 MB take it many seconds. Null if the chunks do not fit together (RFC 9649, 2).
 */
export function stillWebp(bytes: Uint8Array): Uint8Array | null {
  const chunks = readChunks(bytes);
  if (!chunks) return null;
  const seen = new Set<string>();
  return writeChunks(chunks.filter(({ type }) => kept.has(type) && !seen.has(type) && seen.add(type)));
}

/**
 * Adds bytes of chance, so that two files of one picture have neither the same digest nor the same length: many
 * servers name copies by their digest, and that would tie two identities together. Readers skip the unknown chunk
 * (RFC 9649, 2.7.1.6). Whoever compares what is seen will still see the same: no file can hide that.
 */
export function saltWebp(bytes: Uint8Array, size: { width: number; height: number }): Uint8Array {
  const chunks = readChunks(bytes) ?? [];
  const extended = chunks[0]?.type === "VP8X" ? chunks : [extension(size), ...chunks];
  return writeChunks([...extended, { type: "SALT", data: randomBytes(randomInt(16, 512)) }]);
}

/** Unknown chunks are allowed in the extended format only, which begins with the size of the canvas. */
function extension({ width, height }: { width: number; height: number }): Chunk {
  const data = Buffer.alloc(10);
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return { type: "VP8X", data };
}

function readChunks(bytes: Uint8Array): Chunk[] | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (whole.length < 12) return null;
  const file = whole.subarray(0, 8 + whole.readUInt32LE(4));
  const chunks: Chunk[] = [];
  for (let at = 12; at + 8 <= file.length; ) {
    const end = at + 8 + file.readUInt32LE(at + 4);
    if (end > file.length) return null;
    chunks.push({ type: file.toString("latin1", at, at + 4), data: file.subarray(at + 8, end) });
    at = end + (end % 2);
  }
  return chunks;
}

function writeChunks(chunks: Chunk[]): Buffer {
  const body = Buffer.concat([Buffer.from("WEBP"), ...chunks.flatMap(writeChunk)]);
  return Buffer.concat([Buffer.from("RIFF"), uint32(body.length), body]);
}

function writeChunk({ type, data }: Chunk): Buffer[] {
  return [Buffer.from(type, "latin1"), uint32(data.length), data, Buffer.alloc(data.length % 2)];
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
