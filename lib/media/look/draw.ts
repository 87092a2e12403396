import type { InstancePicture } from "@/db/schema/instance-pictures";
import { decoder } from "../decoder";

/** Sides in pixels: browsers' tabs, Apple's home screen, and what manifests want. */
export const iconSizes = [32, 180, 192, 512] as const;

/** Apple puts black where nothing is. */
const appleSize = 180;
const paper = "#fbf7f0";
const largestLogo = { width: 720, height: 120 };
const timeout = { seconds: 20 };

export type Drawn = Pick<InstancePicture, "name" | "width" | "height" | "bytes">;

/** A logo, no larger than the header can show it on any screen. Throws if the upload is broken. */
export async function drawLogo(upload: Uint8Array, name: "logo" | "logo-dark"): Promise<Drawn[]> {
  const { data, info } = await decoder(upload)
    .resize({ ...largestLogo, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .timeout(timeout)
    .png()
    .toBuffer({ resolveWithObject: true });
  return [{ name, width: info.width, height: info.height, bytes: data }];
}

/** An icon in all its sizes. What is no square stands in the middle of one. Throws if the upload is broken. */
export async function drawIcons(upload: Uint8Array): Promise<Drawn[]> {
  const drawn: Drawn[] = [];
  for (const size of iconSizes) drawn.push(await drawIcon(upload, size));
  return drawn;
}

async function drawIcon(upload: Uint8Array, size: number): Promise<Drawn> {
  const square = decoder(upload)
    .resize(size, size, { fit: "contain", background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .toColourspace("srgb")
    .timeout(timeout);
  const bytes = await (size === appleSize ? square.flatten({ background: paper }) : square).png().toBuffer();
  return { name: `icon-${size}`, width: size, height: size, bytes };
}
