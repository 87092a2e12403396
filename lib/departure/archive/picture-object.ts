import type { Media } from "@/db/schema/media";
import { variantName } from "@/lib/media/name";

/** Where in its identity's folder the largest file of a picture lies; null while there is none. */
export function picturePath({ name, status, width }: Media): string | null {
  return status === "ready" && width ? `media/${variantName(name, width)}` : null;
}

/** A picture of the archive, found by its place in it. */
export function pictureObject(picture: Media): object {
  return {
    type: "Image",
    mediaType: "image/webp",
    url: picturePath(picture) ?? undefined,
    name: picture.alt || undefined,
    width: picture.width ?? undefined,
    height: picture.height ?? undefined,
  };
}
