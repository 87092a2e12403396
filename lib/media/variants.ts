import sharp, { type Sharp } from "sharp";
import type { Media } from "@/db/schema/media";
import { decoder } from "./decoder";
import { saltWebp } from "./webp";

/** Finished files, narrowest first, and the size of the largest. */
export type Variants = { width: number; height: number; files: { width: number; bytes: Uint8Array }[] };

/** In pixels. `ratio`: width by height that it is cropped to. */
const targets: Record<Media["kind"], { largest: number; others: number[]; ratio?: number }> = {
  avatar: { largest: 256, others: [96], ratio: 1 },
  banner: { largest: 1500, others: [480, 960], ratio: 3 },
  picture: { largest: 1600, others: [480, 960] },
};

const timeout = { seconds: 20 };

/**
 * The files that are shown: upright, in sRGB, without any metadata, never larger than the upload. The upload is
 * decoded once; the others are made from the largest. Throws if it is broken or takes too long.
 */
export async function makeVariants(upload: Uint8Array, kind: Media["kind"]): Promise<Variants> {
  const largest = await decodeLargest(upload, kind);
  const { width, height } = largest.info;
  const narrower = targets[kind].others.filter((each) => each < width);
  const files: Variants["files"] = [];
  for (const each of [...narrower, width]) {
    files.push({ width: each, bytes: await encode(sharp(largest.data, { raw: largest.info }), each) });
  }
  return { width, height, files };
}

async function decodeLargest(upload: Uint8Array, kind: Media["kind"]) {
  const { autoOrient: size } = await decoder(upload).metadata();
  const { largest, ratio } = targets[kind];
  const width = Math.min(largest, size.width, ratio ? Math.floor(size.height * ratio) : size.width);
  return decoder(upload)
    .resize({ width, ...(ratio && { height: Math.round(width / ratio), position: "attention" }) })
    .toColourspace("srgb")
    .timeout(timeout)
    .raw()
    .toBuffer({ resolveWithObject: true });
}

async function encode(picture: Sharp, width: number): Promise<Uint8Array> {
  const { data, info } = await picture
    .resize({ width })
    .timeout(timeout)
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  return saltWebp(data, info);
}
