import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { Comments } from "@/components/comments/comments";
import { eventMetadata } from "@/components/events/event-metadata";
import { RelatedEvents } from "@/components/events/related-events";
import { EventPageView } from "@/components/participation/event-page-view";
import { Toast } from "@/components/ui/toast";
import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import { asLocale } from "@/lib/core/locale";
import { readByMail } from "@/lib/web/answers-reading";
import { askAgainForEvent } from "@/lib/web/ask-again";
import { readComments, speakersOf } from "@/lib/web/comments-reading";
import { readEventPage, readEventReader } from "@/lib/web/event-reading";
import { noticeOf } from "@/lib/web/notice";
import { findOpenable } from "@/lib/web/openable";
import { readFaces } from "@/lib/web/people-reading";
import { registerByMailAction } from "@/lib/web/register-action";
import { readRelated } from "@/lib/web/related-reading";
import { currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";
import {
  acceptOfferAction,
  addCommentAction,
  approveCommentAction,
  changeParticipationAction,
  leaveEventAction,
  refuseCommentAction,
  replyAction,
} from "./actions";

type Props = PageProps<"/m/[locale]/events/[slug]">;

/** Searchers and messengers get the visitor's page; but further comments are made here for them too. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const viewer = await currentViewer();
  const page = await readEventPage(slug, viewer);
  if (!page?.event.title) return {};
  if (viewer) return { title: page.event.title };
  return eventMetadata(page, { origin: env().ORIGIN, locale: asLocale(locale), siteName: instanceName() });
}

const actions = {
  reply: replyAction,
  change: changeParticipationAction,
  accept: acceptOfferAction,
  leave: leaveEventAction,
};
const commentActions = {
  add: addCommentAction,
  approve: approveCommentAction,
  refuse: refuseCommentAction,
};

export default async function MemberEventPage({ params, searchParams }: Props) {
  const [{ locale, slug }, viewer] = await Promise.all([params, currentViewer()]);
  setRequestLocale(asLocale(locale));
  const page = await readEventPage(slug, viewer);
  if (!page) {
    await answerMissing();
    return <NotFoundPage />;
  }
  if (viewer && page.remote) await askAgainForEvent(page.remote);
  const now = new Date();
  const [reader, openable, reading, related, asked] = await Promise.all([
    viewer && readEventReader(viewer, page.event),
    findOpenable(viewer, [page.organizer, ...page.hosts]),
    readComments(page.event, viewer, (await searchParams).comments),
    readRelated(page, now, viewer),
    viewer ? null : readByMail(page),
  ]);
  return (
    <>
      <Toast message={await noticeOf(searchParams)} />
      <EventPageView
        page={page}
        now={now}
        openable={openable}
        member={reader ? { reader, actions } : undefined}
        byMail={asked && { ...asked, register: registerByMailAction }}
        people={await readFaces(page.event, viewer, reader)}
        related={<RelatedEvents cards={related.cards} />}
        comments={
          <Comments
            event={page.event}
            now={now}
            reading={reading}
            member={
              reader
                ? { identities: speakersOf(reader), zone: reader.zone, actions: commentActions }
                : undefined
            }
          />
        }
      />
    </>
  );
}
