import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { Comments } from "@/components/comments/comments";
import { eventMetadata } from "@/components/events/event-metadata";
import { RelatedEvents } from "@/components/events/related-events";
import { EventPageView } from "@/components/participation/event-page-view";
import { nextAgoTurn } from "@/lib/core/dates/ago";
import { env } from "@/lib/core/env";
import { nextTurn } from "@/lib/events/turns";
import { readByMail } from "@/lib/web/answers-reading";
import { authorsOf, momentsOf, readComments } from "@/lib/web/comments-reading";
import { readEventPage } from "@/lib/web/event-reading";
import { readInstanceFrame } from "@/lib/web/instance-reading";
import { findOpenable } from "@/lib/web/openable";
import { readFaces } from "@/lib/web/people-reading";
import { registerByMailAction } from "@/lib/web/register-action";
import { readRelated } from "@/lib/web/related-reading";
import { eventPageTags } from "@/lib/web/visitor/event-tags";
import { mapTag } from "@/lib/web/visitor/kept-pages";
import { answerMissing } from "@/lib/web/visitor/missing";
import { peopleTags } from "@/lib/web/visitor/people-tags";
import { keepUntil, tagPage } from "@/lib/web/visitor/tag-page";
import { parseVariant } from "@/lib/web/visitor/variants";

export const revalidate = false;
export const dynamicParams = true;

export function generateStaticParams() {
  return [];
}

type Props = PageProps<"/v/[variant]/events/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { variant, slug } = await params;
  const page = await readEventPage(slug, null);
  if (!page) return {};
  const { name: siteName } = await readInstanceFrame();
  const locale = parseVariant(variant)?.locale ?? "en";
  return eventMetadata(page, { origin: env().ORIGIN, locale, siteName });
}

export default async function VisitorEventPage({ params }: Props) {
  const { variant, slug } = await params;
  const { locale } = parseVariant(variant) ?? notFound();
  setRequestLocale(locale);
  const page = await readEventPage(slug, null);
  if (!page) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const now = new Date();
  const reading = await readComments(page.event, null);
  const related = await readRelated(page, now);
  await keepUntil(related.until);
  const people = await readFaces(page.event, null, null);
  const shown = [...authorsOf(reading.threads), ...(people?.faces ?? [])];
  await tagPage([...related.tags, ...eventPageTags(page), ...peopleTags(shown)]);
  if (page.event.latitude !== null) await tagPage([mapTag]);
  await keepUntil(nextTurn(page.event, now));
  await keepUntil(nextAgoTurn(momentsOf(reading.threads), now));
  const asked = await readByMail(page);
  const openable = await findOpenable(null, [page.organizer, ...page.hosts]);
  const comments = <Comments event={page.event} now={now} reading={reading} />;
  return (
    <EventPageView
      page={page}
      now={now}
      openable={openable}
      byMail={asked && { ...asked, register: registerByMailAction }}
      people={people}
      comments={comments}
      related={<RelatedEvents cards={related.cards} />}
    />
  );
}
