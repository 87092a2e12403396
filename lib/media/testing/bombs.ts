import { crc32, deflateSync } from "node:zlib";

const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** A black PNG of any size, one bit a pixel: a thousandth of what it unpacks to. */
export function blackPng(width: number, height: number, extra: Buffer[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const pixels = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  const chunks = [
    pngChunk("IHDR", header),
    ...extra,
    pngChunk("IDAT", pixels),
    pngChunk("IEND", Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...chunks]);
}

/** A chunk of text that unpacks to 7.9 MB. */
export function textBomb(): Buffer {
  return pngChunk("zTXt", Buffer.concat([Buffer.from("k\0\0"), deflateSync(Buffer.alloc(7_900_000, 97))]));
}

/** Repeats the picture as the frames of an animated WebP. */
export function animatedWebp(still: Buffer, { frames, side }: { frames: number; side: number }): Buffer {
  const size = Buffer.alloc(6);
  size.writeUIntLE(side - 1, 0, 3);
  size.writeUIntLE(side - 1, 3, 3);
  const placed = Buffer.concat([Buffer.alloc(6), size, Buffer.from([10, 0, 0, 0]), still.subarray(12)]);
  const head = [
    riff("VP8X", Buffer.concat([Buffer.from([2, 0, 0, 0]), size])),
    riff("ANIM", Buffer.alloc(6)),
  ];
  const frame = riff("ANMF", placed);
  return riff("RIFF", Buffer.concat([Buffer.from("WEBP"), ...head, ...new Array(frames).fill(frame)]));
}

function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function riff(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type);
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}
