import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** The code of the error for a body that is longer than wished, or packed in a way that nobody asked for. */
export const BODY_TOO_LONG = "BODY_TOO_LONG";
export const BODY_NOT_READABLE = "BODY_NOT_READABLE";

type Bounds = { encoding: string; maxBytes: number; longBody: "refuse" | "cut" };

/** Reads a body to its end or to `maxBytes`, counted after unpacking: what a few bytes unpack to is never held whole. */
export async function readBounded(
  body: Readable,
  { encoding, maxBytes, longBody }: Bounds,
): Promise<{ bytes: Uint8Array; isCut: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of unpacked(body, encoding) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes && longBody === "refuse") throw failure(BODY_TOO_LONG);
    if (length > maxBytes) break;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, maxBytes), isCut: length > maxBytes };
}

function unpacked(body: Readable, encoding: string): Readable {
  if (encoding === "" || encoding === "identity") return body;
  if (encoding !== "gzip" && encoding !== "x-gzip") throw failure(BODY_NOT_READABLE);
  // Whoever reads the result is told of errors on either side.
  return pipeline(body, createGunzip(), () => {});
}

function failure(code: string): Error {
  return Object.assign(new Error("the body cannot be taken"), { code });
}
