import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type FeedOf, listingPath } from "@/lib/core/listing-paths";
import type { Locale } from "@/lib/core/locale";
import { categories } from "@/lib/events/categories";
import type { Topic } from "@/lib/events/topics";
import { feedTypes } from "./feed-types";

type Found = { topic: Topic; of: FeedOf; place?: { name: string } };

/** What search engines and programs are told of a page about one thing. */
export async function topicMetadata(
  { topic, of, place }: Found,
  { locale, origin }: { locale: Locale; origin: string },
): Promise<Metadata> {
  const t = await getTranslations({ locale, namespace: "categories" });
  const code = categories.find((category) => category === topic.value);
  const title = topic.kind === "tag" ? `#${topic.value}` : (place?.name ?? (code ? t(code) : topic.value));
  return {
    title,
    // Tags with accents are made anew for every visitor, by pages that are otherwise for members.
    robots: { index: true },
    alternates: { canonical: origin + listingPath(of), types: feedTypes(of, origin) },
  };
}
