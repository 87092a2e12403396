import type { Event } from "@/db/schema/events";
import type { Media } from "@/db/schema/media";
import { pictureSources } from "@/lib/media/sources";

/** The uploaded picture as a cover takes it; null until it is ready, and then the generated poster stands in. */
export function coverPicture(picture: Media | null, event: Pick<Event, "focusX" | "focusY">) {
  const sources = pictureSources(picture);
  return sources && { ...sources, description: sources.alt, focus: focusClass(event) };
}

/** Classes that keep a point in sight where the picture is cropped (focus.css). */
export function focusClass({ focusX, focusY }: Pick<Event, "focusX" | "focusY">): string {
  return `focus-x-${Math.round(focusX / 10)} focus-y-${Math.round(focusY / 10)}`;
}
