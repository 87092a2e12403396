import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { Invitations } from "@/components/participation/invitations";
import { Toast } from "@/components/ui/toast";
import { connection } from "@/lib/core/database";
import { asLocale } from "@/lib/core/locale";
import { invitationsPath } from "@/lib/core/participation-paths";
import { signInPath } from "@/lib/core/paths";
import { findEventOf } from "@/lib/events/queries";
import { listInvited } from "@/lib/participation/invitations/queries";
import { noticeOf } from "@/lib/web/notice";
import { findOpenable } from "@/lib/web/openable";
import { actingFirst, currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";
import { inviteToEventAction, takeInvitationBackAction } from "./actions";

type Props = PageProps<"/m/[locale]/events/[slug]/invitations">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "inviting" }))("title") };
}

/** For those who host. */
export default async function InvitationsPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(asLocale(locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(invitationsPath(slug)));
  const { db } = connection();
  const details = await findEventOf(db, slug, actingFirst(viewer));
  if (!details?.event.publishedAt) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { event, acting } = details;
  const invited = await listInvited(db, event.id);
  const openable = await findOpenable(
    viewer,
    invited.map(({ face }) => face),
  );
  return (
    <>
      <Toast message={await noticeOf(searchParams)} />
      <Invitations
        {...{ event, acting, invited, openable }}
        now={new Date()}
        actions={{ invite: inviteToEventAction, takeBack: takeInvitationBackAction }}
      />
    </>
  );
}
