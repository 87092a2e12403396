import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { decisionToldFrom } from "@/components/participation/decision-told";
import { Participants } from "@/components/participation/participant-list-page";
import { participantTabFrom } from "@/components/participation/participant-list-tabs";
import { connection } from "@/lib/core/database";
import { asLocale } from "@/lib/core/locale";
import { participantsPath } from "@/lib/core/participation-paths";
import { signInPath } from "@/lib/core/paths";
import { findEventOf } from "@/lib/events/queries";
import { searchedText } from "@/lib/participation/lists/input";
import { noticeOf } from "@/lib/web/notice";
import { readParticipants, readTallies } from "@/lib/web/participants-reading";
import { actingFirst, currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";
import {
  approveParticipationAction,
  decideParticipationsAction,
  moveInLineAction,
  rejectParticipationAction,
  undoDecisionsAction,
} from "./actions";

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
  const details = await findEventOf(connection().db, slug, actingFirst(viewer));
  if (!details?.event.publishedAt) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { event, acting } = details;
  const search = await searchParams;
  const text = searchedText.parse(search.q);
  const { all, found, held } = await readTallies(event.id, text);
  const tab = participantTabFrom(search.tab, {
    isWaitingLikely: event.joinMode === "approval" || all.pending !== undefined,
  });
  return (
    <Participants
      event={event}
      acting={acting}
      zone={viewer.session.zone}
      tallies={{ all, found }}
      held={held}
      {...(await readParticipants(viewer, { eventId: event.id, tab, text, found, page: search.page }))}
      decisions={{
        approve: approveParticipationAction,
        reject: rejectParticipationAction,
        decide: decideParticipationsAction,
        move: moveInLineAction,
        undo: undoDecisionsAction,
      }}
      notice={await noticeOf(searchParams)}
      decision={decisionToldFrom(search)}
    />
  );
}
