import { variantName } from "@/lib/media/name";
import type { TextPicture } from "@/lib/media/sources";

/** Where in its identity's folder the largest file of a picture lies; null while there is none. */
export function picturePath({ name, status, width }: TextPicture): string | null {
  return status === "ready" && width ? `media/${variantName(name, width)}` : null;
}

/** A picture of the archive, found by its place in it. */
export function pictureObject(picture: TextPicture): object {
  return {
    type: "Image",
    mediaType: "image/webp",
    url: picturePath(picture) ?? undefined,
    name: picture.alt || undefined,
    width: picture.width ?? undefined,
    height: picture.height ?? undefined,
  };
}
