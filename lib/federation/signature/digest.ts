import { createHash, timingSafeEqual } from "node:crypto";

/** The `Digest` of a body (RFC 3230), as all peers read it. */
export function digestOf(body: string | Uint8Array): string {
  return `SHA-256=${createHash("sha256").update(body).digest("base64")}`;
}

/** Whether a `Digest` header belongs to these bytes. One that names no hash that we know does not. */
export function isDigestOf(header: string, body: Uint8Array): boolean {
  return fits(
    header.split(",").map((part) => part.trim().split(/=(.*)/s)),
    body,
  );
}

/** The same for `Content-Digest` (RFC 9530), whose values stand between colons. */
export function isContentDigestOf(header: string, body: Uint8Array): boolean {
  const parts = header.split(",").map((part) => part.trim().split(/=(.*)/s));
  return fits(
    parts.map(([name, value = ""]) => [name, /^:(.*):$/.exec(value)?.[1]]),
    body,
  );
}

/** Several hashes may be named: those that we know must all fit, and there must be one. */
function fits(parts: (string | undefined)[][], body: Uint8Array): boolean {
  const known = parts.flatMap(([name = "", value = ""]) => {
    const hash = { "sha-256": "sha256", "sha-512": "sha512" }[name.toLowerCase()];
    return hash ? [{ hash, value }] : [];
  });
  return known.length > 0 && known.every(({ hash, value }) => isSame(hash, value, body));
}

function isSame(hash: string, value: string, body: Uint8Array): boolean {
  const [told, found] = [Buffer.from(value, "base64"), createHash(hash).update(body).digest()];
  return told.length === found.length && timingSafeEqual(told, found);
}
