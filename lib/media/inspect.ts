import { longestSide, mostPixels, mostPixelsOfAvif, readHeader } from "./decoder";
import { type Format, formatOf } from "./format";
import { barePng } from "./png";
import { stillWebp } from "./webp";

export type Inspected =
  | { bytes: Uint8Array }
  | { refusal: "picture_not_readable" | "picture_too_many_pixels" };

/**
 * Looks at an upload without decoding it, so that a bomb is refused in milliseconds. Answers with what is to be
 * kept of it: without the parts that could cost the decoder much and that no still picture needs.
 */
export async function inspectPicture(upload: Uint8Array): Promise<Inspected> {
  const format = formatOf(upload);
  const bytes = format && reduce(format, upload);
  const header = bytes && (await readHeader(bytes).catch(() => null));
  if (!header || header.format !== format) return { refusal: "picture_not_readable" };

  const { width, height } = header;
  const most = format === "avif" ? mostPixelsOfAvif : mostPixels;
  const fits = width * height <= most && Math.max(width, height) <= longestSide;
  return fits ? { bytes } : { refusal: "picture_too_many_pixels" };
}

function reduce(format: Format, bytes: Uint8Array): Uint8Array | null {
  if (format === "png") return barePng(bytes);
  if (format === "webp") return stillWebp(bytes);
  return bytes;
}
