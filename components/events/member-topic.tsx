import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { env } from "@/lib/core/env";
import { listingPath } from "@/lib/core/listing-paths";
import { asLocale } from "@/lib/core/locale";
import type { Topic } from "@/lib/events/topics";
import { readStandings } from "@/lib/web/standings-reading";
import { readListed, readTopic } from "@/lib/web/topic-reading";
import { currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";
import { topicMetadata } from "./topic-metadata";
import { TopicView } from "./topic-view";

/** `text` is the last part of the address, as it came. */
type Asked = { kind: Topic["kind"]; locale: string; text: string };

export async function memberTopicMetadata({ kind, locale, text }: Asked): Promise<Metadata> {
  const found = await readTopic(kind, text);
  return found ? topicMetadata(found, { locale: asLocale(locale), origin: env().ORIGIN }) : {};
}

/** The page of a category, a tag or a place as members get it: page by page, with where they stand themselves. */
export async function MemberTopic({
  kind,
  locale,
  text,
  page,
}: Asked & { page: string | string[] | undefined }) {
  setRequestLocale(asLocale(locale));
  const found = await readTopic(kind, text);
  if (!found) {
    await answerMissing();
    return <NotFoundPage />;
  }
  if (!found.isCanonical) redirect(listingPath(found.of));
  const listed = await readListed(found.topic, page, await currentViewer());
  return <TopicView {...found} {...listed} standings={await readStandings(listed.cards)} />;
}
