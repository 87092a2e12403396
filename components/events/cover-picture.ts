import type { Media } from "@/db/schema/media";
import { pictureSources } from "@/lib/media/sources";

/** The uploaded picture as a cover takes it; null until it is ready, and then the generated poster stands in. */
export function coverPicture(picture: Media | null) {
  const sources = pictureSources(picture);
  return sources && { ...sources, description: sources.alt };
}
