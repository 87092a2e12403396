export type Format = "jpeg" | "png" | "webp" | "gif" | "avif";

/** Where browsers (512 bytes and more) and PDF readers (1024 bytes) look for what a file is. */
const sniffed = 1024;
const otherLanguages = /<(?:svg|html|head|body|script|iframe|!doctype)|%pdf-/i;

/**
 * What the first bytes say; names and declared types are never asked. Null for everything that is no picture of
 * ours and for a picture that begins like a page or a PDF too.
 */
export function formatOf(bytes: Uint8Array): Format | null {
  const start = Buffer.from(bytes.subarray(0, sniffed)).toString("latin1");
  if (otherLanguages.test(start)) return null;
  if (start.startsWith("\xff\xd8\xff")) return "jpeg";
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) return "gif";
  if (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP") return "webp";
  if (start.slice(4, 8) === "ftyp" && hasBrand(start, "avif")) return "avif";
  return null;
}

/** Whether somebody sent a drawing that may hold scripts, to be told why it is not taken. */
export function looksLikeSvg(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, sniffed)).toString("latin1").trimStart();
  return start.startsWith("<") && /<svg[\s>]/i.test(start);
}

/** Brands fill the first box, four letters each (ISO/IEC 14496-12, 4.3); the third word is a version. */
function hasBrand(start: string, brand: string): boolean {
  const length = Buffer.from(start.slice(0, 4), "latin1").readUInt32BE();
  const brands = start.slice(8, length).match(/.{4}/gs) ?? [];
  return brands.some((given, index) => given === brand && index !== 1);
}
