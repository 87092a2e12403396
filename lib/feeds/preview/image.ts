import { previewPath } from "@/lib/core/paths";
import { pictureSources } from "@/lib/media/sources";
import type { EventPage } from "@/lib/participation/event-page";
import { previewFactsOf, previewVersion } from "./facts";
import { previewSize } from "./size";

export type LinkImage = { path: string; width: number; height: number; alt: string };

/** The picture that stands for an event elsewhere: what was uploaded, else the drawn one. Null for a draft. */
export function linkImageOf(page: EventPage): LinkImage | null {
  const uploaded = pictureSources(page.picture);
  if (uploaded) {
    const { src: path, width, height, alt } = uploaded;
    return { path, width, height, alt };
  }
  const facts = previewFactsOf(page);
  if (!facts) return null;
  const alt = [facts.title, facts.when, facts.where].filter(Boolean).join(" · ");
  return { path: previewPath(page.event.slug, previewVersion(facts)), ...previewSize, alt };
}
