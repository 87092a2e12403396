import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { env } from "@/lib/core/env";
import { listingPath } from "@/lib/core/listing-paths";
import type { Topic } from "@/lib/events/topics";
import { readListed, readTopic } from "@/lib/web/topic-reading";
import { answerMissing } from "@/lib/web/visitor/missing";
import { tagUpcoming } from "@/lib/web/visitor/tag-upcoming";
import { parseVariant } from "@/lib/web/visitor/variants";
import { topicMetadata } from "./topic-metadata";
import { TopicView } from "./topic-view";

/** `text` is the last part of the address, as it came. */
type Asked = { kind: Topic["kind"]; variant: string; text: string };

export async function visitorTopicMetadata({ kind, variant, text }: Asked): Promise<Metadata> {
  const locale = parseVariant(variant)?.locale ?? "en";
  const found = await readTopic(kind, text);
  return found ? topicMetadata(found, { locale, origin: env().ORIGIN }) : {};
}

/** The page of a category, a tag or a place as visitors get it: kept until something in it begins or ends. */
export async function VisitorTopic({ kind, variant, text }: Asked) {
  const { locale } = parseVariant(variant) ?? notFound();
  setRequestLocale(locale);
  const found = await readTopic(kind, text);
  if (!found) {
    await answerMissing();
    return <NotFoundPage />;
  }
  if (!found.isCanonical) redirect(listingPath(found.of));
  const listed = await readListed(found.topic, undefined);
  await tagUpcoming(listed);
  return <TopicView {...found} {...listed} />;
}
