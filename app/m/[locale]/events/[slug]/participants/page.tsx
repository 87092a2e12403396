import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { Participants } from "@/components/participation/participant-list-page";
import { participantTabFrom, statusOfTab } from "@/components/participation/participant-list-tabs";
import { connection } from "@/lib/core/database";
import { asLocale } from "@/lib/core/locale";
import { participantsPath, signInPath } from "@/lib/core/paths";
import { findEventOf } from "@/lib/events/queries";
import { countByStatus, listParticipants, PARTICIPANTS_PER_PAGE } from "@/lib/participation/queries";
import { noticeOf } from "@/lib/web/notice";
import { findOpenable } from "@/lib/web/openable";
import { pageFrom } from "@/lib/web/page-number";
import { actingFirst, currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";
import { approveParticipationAction, rejectParticipationAction } from "./actions";

type Props = PageProps<"/m/[locale]/events/[slug]/participants">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const t = await getTranslations({ locale: asLocale(locale), namespace: "participants" });
  const viewer = await currentViewer();
  const found = viewer && (await findEventOf(connection().db, slug, actingFirst(viewer)));
  return found ? { title: t("titleOf", { title: found.event.title }) } : {};
}

/** Also for who acts as another of their identities now: decisions name the one that hosts. */
export default async function ParticipantsPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(asLocale(locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(participantsPath(slug)));
  const { db } = connection();
  const details = await findEventOf(db, slug, actingFirst(viewer));
  if (!details?.event.publishedAt) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { event, acting } = details;
  const search = await searchParams;
  const counts = await countByStatus(db, event.id);
  const tab = participantTabFrom(search.tab, {
    isWaitingLikely: event.joinMode === "approval" || counts.pending !== undefined,
  });
  const status = statusOfTab[tab];
  const { page, pageCount } = pageFrom(search.page, {
    total: counts[status] ?? 0,
    size: PARTICIPANTS_PER_PAGE,
  });
  const participants = await listParticipants(db, { eventId: event.id, status, page });
  return (
    <Participants
      event={event}
      acting={acting}
      zone={viewer.session.zone}
      counts={counts}
      view={{ tab, page, pageCount }}
      participants={participants}
      openable={
        await findOpenable(
          viewer,
          participants.map(({ face }) => face),
        )
      }
      decisions={{ approve: approveParticipationAction, reject: rejectParticipationAction }}
      notice={await noticeOf(searchParams)}
    />
  );
}
