import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { topicMetadata } from "@/components/events/topic-metadata";
import { TopicView } from "@/components/events/topic-view";
import { env } from "@/lib/core/env";
import { listingPath } from "@/lib/core/listing-paths";
import { nextTurnOf } from "@/lib/events/turns";
import { UPCOMING } from "@/lib/journal/tags";
import { readListed, readTopic } from "@/lib/web/topic-reading";
import { answerMissing } from "@/lib/web/visitor/missing";
import { keepUntil, tagPage } from "@/lib/web/visitor/tag-page";
import { parseVariant } from "@/lib/web/visitor/variants";

export const revalidate = false;
export const dynamicParams = true;

export function generateStaticParams() {
  return [];
}

type Props = PageProps<"/v/[variant]/categories/[code]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { variant, code } = await params;
  const locale = parseVariant(variant)?.locale ?? "en";
  const found = await readTopic("category", code);
  return found ? topicMetadata(found, { locale, origin: env().ORIGIN }) : {};
}

export default async function VisitorCategoryPage({ params }: Props) {
  const { variant, code } = await params;
  const { locale } = parseVariant(variant) ?? notFound();
  setRequestLocale(locale);
  const found = await readTopic("category", code);
  if (!found) {
    await answerMissing();
    return <NotFoundPage />;
  }
  if (!found.isCanonical) redirect(listingPath(found.of));
  const listed = await readListed(found.topic, undefined);
  await tagPage([UPCOMING]);
  await keepUntil(nextTurnOf(listed.cards, listed.now));
  return <TopicView {...found} {...listed} />;
}
