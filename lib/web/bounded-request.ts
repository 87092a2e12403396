type Bounds = { maxBytes: number; deadlineMs: number };

/** The bytes that a request brings; a status where they are more than wished, packed, or do not come in time. */
export async function bodyOf(
  request: Request,
  bounds: Bounds,
): Promise<Uint8Array | { status: 408 | 413 | 415 }> {
  const { headers } = request;
  if ((headers.get("content-encoding") ?? "identity") !== "identity") return { status: 415 };
  if (Number(headers.get("content-length") ?? 0) > bounds.maxBytes) return { status: 413 };
  const late = Promise.withResolvers<{ status: 408 }>();
  const timer = setTimeout(() => late.resolve({ status: 408 }), bounds.deadlineMs);
  try {
    return await Promise.race([read(request, bounds), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function read(request: Request, { maxBytes }: Bounds): Promise<Uint8Array | { status: 413 }> {
  // With a length that was told, Node itself takes no more than that.
  if (request.headers.has("content-length")) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) return { status: 413 };
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
