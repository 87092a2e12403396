import type { Media } from "@/db/schema/media";
import { variantName } from "./name";

export type PictureSources = { src: string; srcSet: string; width: number; height: number; alt: string };

/**
 * What an `<img>` needs, `sizes` apart; null until the picture is ready. `src` is the largest file: for whoever
 * knows no `srcSet`, and for other servers. Addresses are paths: the origin goes in front for those.
 */
export function pictureSources(
  picture: Pick<Media, "name" | "status" | "alt" | "width" | "height" | "widths"> | null | undefined,
): PictureSources | null {
  if (picture?.status !== "ready" || !picture.width || !picture.height) return null;
  const { name, alt, width, height, widths } = picture;
  const srcSet = widths.map((each) => `${pathTo(name, each)} ${each}w`).join(", ");
  return { src: pathTo(name, width), srcSet, width, height, alt };
}

function pathTo(name: string, width: number): string {
  return `/media/${variantName(name, width)}`;
}
