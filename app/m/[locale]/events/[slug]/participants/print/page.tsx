import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { participantTabFrom } from "@/components/participation/participant-list-tabs";
import { ParticipantPaper } from "@/components/participation/participant-paper";
import { connection } from "@/lib/core/database";
import { asLocale } from "@/lib/core/locale";
import { participantsPrintPath } from "@/lib/core/participation-paths";
import { signInPath } from "@/lib/core/paths";
import { findEventOf } from "@/lib/events/queries";
import { searchedText } from "@/lib/participation/lists/input";
import { readPaper } from "@/lib/web/participants-reading";
import { actingFirst, currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";

type Props = PageProps<"/m/[locale]/events/[slug]/participants/print">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: asLocale(locale), namespace: "participants.paper" });
  return { title: t("title") };
}

/** The list for the door: on paper, without the frame of the pages. */
export default async function ParticipantsPrintPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(asLocale(locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(participantsPrintPath(slug)));
  const details = await findEventOf(connection().db, slug, actingFirst(viewer));
  if (!details?.event.publishedAt) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { event } = details;
  const search = await searchParams;
  const tab = participantTabFrom(search.tab, { isWaitingLikely: false });
  const text = searchedText.parse(search.q);
  const paper = await readPaper({ eventId: event.id, tab, text, page: search.page });
  return <ParticipantPaper event={event} {...paper} />;
}
