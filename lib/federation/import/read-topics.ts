import { categories } from "@/lib/events/categories";
import { foldTag } from "@/lib/events/tag";
import type { Document } from "../activity";
import { documentIn, entryOf, listOf, typesOf } from "../read";
import { wordIn } from "./read-text";

/** Categories of FEP-8a8e that Mobilizon does not have, by what comes near. */
const near: Record<string, string> = {
  CLIMATE_ENVIRONMENT: "CAUSES",
  CREATIVE_JAM: "ARTS",
  DIY_MAKER_SPACES: "CRAFTS",
  FESTIVALS: "PERFORMING_VISUAL_ARTS",
  INCLUSIVE_SPACES: "COMMUNITY",
  MEDITATION_WELLBEING: "HEALTH",
  WORKSHOPS_SKILL_SHARING: "LEARNING",
};

const MOST_TAGS = 10;

/** The first category that is known here; what nobody knows is a meeting, as at Mobilizon. */
export function readCategory({ category }: Document): string {
  const told = listOf(category, 20).map((one) => wordIn(documentIn(one)?.name ?? one).toUpperCase());
  const known = told.map((code) => entryOf(near, code) ?? code);
  return known.find((code) => categories.some((own) => own === code)) ?? "MEETING";
}

/** Hashtags, however they are written; each once, of the length that tags have here. */
export function readTags({ tag }: Document): string[] {
  const names = listOf(tag, 100).map((one) => {
    const document = documentIn(one);
    if (document) return typesOf(document).includes("Hashtag") ? document.name : "";
    return one;
  });
  const folded = names.map((name) => (typeof name === "string" ? foldTag(name.slice(0, 200)) : ""));
  return [...new Set(folded.filter((tag) => tag.length >= 2 && tag.length <= 40))].slice(0, MOST_TAGS);
}
