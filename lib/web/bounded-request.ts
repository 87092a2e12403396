import type { BodyBounds } from "./inbox";

type Body = { headers: Pick<Headers, "get">; chunks: AsyncIterable<Uint8Array> };

/** The bytes that a request brings; a status where they are more than wished, packed, or do not come in time. */
export async function readBody(
  { headers, chunks }: Body,
  { maxBytes, deadlineMs }: BodyBounds,
): Promise<Uint8Array | { status: 408 | 413 | 415 }> {
  if ((headers.get("content-encoding") ?? "identity") !== "identity") return { status: 415 };
  if (Number(headers.get("content-length") ?? 0) > maxBytes) return { status: 413 };
  const late = Promise.withResolvers<{ status: 408 }>();
  const timer = setTimeout(() => late.resolve({ status: 408 }), deadlineMs);
  try {
    return await Promise.race([read(chunks, maxBytes), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function read(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | { status: 413 }> {
  const taken: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > maxBytes) return { status: 413 };
    taken.push(chunk);
  }
  return Buffer.concat(taken);
}
