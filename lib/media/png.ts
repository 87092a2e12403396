const signatureLength = 8;

/** What changes how pixels look, and the orientation. Texts, times, further frames (APNG) and the rest go. */
const kept = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "eXIf"]);

/**
 * The picture without the chunks that nobody needs, each of which the decoder would read: a hundred compressed
 * texts of 8 KB unpack to gigabytes. Null if the chunks do not fit together (RFC 2083, 3).
 */
export function barePng(bytes: Uint8Array): Uint8Array | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [file.subarray(0, signatureLength)];
  const seen = new Set<string>();
  for (let at = signatureLength; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    if (end > file.length) return null;
    if (kept.has(type) && (type === "IDAT" || !seen.has(type))) parts.push(file.subarray(at, end));
    if (type === "IEND") return Buffer.concat(parts);
    seen.add(type);
    at = end;
  }
  return null;
}
