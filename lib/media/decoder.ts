import sharp, { type Sharp } from "sharp";

// The process has other work: one thread for pictures, and nothing of them stays in memory.
sharp.concurrency(1);
sharp.cache(false);

/** Most pixels of an upload: what big phones make. It takes some 400 MB at most while it is worked on. */
export const mostPixels = 50_000_000;

/** Its decoder takes 20 bytes a pixel, whatever is made of them. */
export const mostPixelsOfAvif = 20_000_000;

/** Longest side of an upload in pixels: WebP cannot hold more. */
export const longestSide = 16_383;

/** A picture of strangers, turned upright. Broken data is an error, oddities of cameras are not. */
export function decoder(bytes: Uint8Array): Sharp {
  return sharp(bytes, { failOn: "error", limitInputPixels: mostPixels, autoOrient: true });
}

/** Size of a picture that `decoder` need not accept, read from the header alone. Throws if there is none. */
export async function readHeader(bytes: Uint8Array) {
  const { format, compression, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  return { format: compression === "av1" ? "avif" : format, width, height };
}
