import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { HostMessages } from "@/components/participation/host-messages";
import { Toast } from "@/components/ui/toast";
import { connection } from "@/lib/core/database";
import { asLocale } from "@/lib/core/locale";
import { messagesPath } from "@/lib/core/participation-paths";
import { signInPath } from "@/lib/core/paths";
import { findEventOf } from "@/lib/events/queries";
import { listAnnouncements } from "@/lib/participation/announcements/queries";
import { countByStatus } from "@/lib/participation/queries";
import { noticeOf } from "@/lib/web/notice";
import { actingFirst, currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";
import { cancelAnnouncementAction, writeAnnouncementAction } from "./actions";

type Props = PageProps<"/m/[locale]/events/[slug]/messages">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "hostMessages" }))("title") };
}

/** For those who host. */
export default async function MessagesPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(asLocale(locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(messagesPath(slug)));
  const { db } = connection();
  const details = await findEventOf(db, slug, actingFirst(viewer));
  if (!details?.event.publishedAt) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { event, acting } = details;
  const [counts, written] = await Promise.all([countByStatus(db, event.id), listAnnouncements(db, event.id)]);
  return (
    <>
      <Toast message={await noticeOf(searchParams)} />
      <HostMessages
        event={event}
        acting={acting}
        counts={counts}
        written={written}
        newId={randomUUID()}
        actions={{ write: writeAnnouncementAction, cancel: cancelAnnouncementAction }}
      />
    </>
  );
}
