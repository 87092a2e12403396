import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { topicMetadata } from "@/components/events/topic-metadata";
import { TopicView } from "@/components/events/topic-view";
import { env } from "@/lib/core/env";
import { listingPath } from "@/lib/core/listing-paths";
import { asLocale } from "@/lib/core/locale";
import { readStandings } from "@/lib/web/standings-reading";
import { readListed, readTopic } from "@/lib/web/topic-reading";
import { currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";

type Props = PageProps<"/m/[locale]/tags/[tag]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, tag } = await params;
  const found = await readTopic("tag", tag);
  return found ? topicMetadata(found, { locale: asLocale(locale), origin: env().ORIGIN }) : {};
}

export default async function MemberTagPage({ params, searchParams }: Props) {
  const [{ locale, tag }, query] = await Promise.all([params, searchParams]);
  setRequestLocale(asLocale(locale));
  const found = await readTopic("tag", tag);
  if (!found) {
    await answerMissing();
    return <NotFoundPage />;
  }
  if (!found.isCanonical) redirect(listingPath(found.of));
  const listed = await readListed(found.topic, query.page, await currentViewer());
  return <TopicView {...found} {...listed} standings={await readStandings(listed.cards)} />;
}
