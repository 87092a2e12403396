import type { Media } from "@/db/schema/media";
import { env } from "@/lib/core/env";
import { pictureSources } from "@/lib/media/sources";
import type { Document } from "../activity";
import { fraction, known } from "./known";

type Picture = Pick<Media, "name" | "status" | "alt" | "width" | "height" | "widths">;

/** A picture in its largest size; null until it is ready. `name`: Mobilizon refuses a picture without one. */
export function imageDocument(picture: Picture | null, name?: string): Document | null {
  const sources = pictureSources(picture);
  if (!sources) return null;
  return known({
    type: "Image",
    mediaType: "image/webp",
    url: env().ORIGIN + sources.src,
    name: name ?? sources.alt,
    width: sources.width,
    height: sources.height,
  });
}

/**
 * The picture of an event: called "Banner", by which Mobilizon finds it, so that its description is in `summary`, which
 * Mastodon reads first. `focus`: percent from the left and from the top.
 */
export function bannerDocument(
  picture: Picture | null,
  { focusX, focusY }: { focusX: number; focusY: number },
): Document | null {
  const image = imageDocument(picture, "Banner");
  if (!image) return null;
  return known({
    ...image,
    summary: picture?.alt,
    focalPoint: [focal(focusX / 50 - 1), focal(1 - focusY / 50)],
    isBannerImage: true,
  });
}

/** From -1 to 1, and never quite there, so that it has a fraction. */
function focal(value: number): number {
  return fraction(Math.min(0.99, Math.max(-0.99, Math.round(value * 100) / 100 + 0)));
}
