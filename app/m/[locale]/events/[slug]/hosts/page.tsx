import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { Hosts } from "@/components/events/hosts";
import { HostsHead } from "@/components/events/hosts-head";
import { HostsInvitation } from "@/components/events/hosts-invitation";
import { connection } from "@/lib/core/database";
import { asLocale } from "@/lib/core/locale";
import { hostsPath, signInPath } from "@/lib/core/paths";
import { findInvitations, listAsked } from "@/lib/events/hosts/queries";
import { findEventOf } from "@/lib/events/queries";
import { noticeOf } from "@/lib/web/notice";
import { findOpenable } from "@/lib/web/openable";
import { actingFirst, currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";
import {
  acceptHostingAction,
  declineHostingAction,
  handOverAction,
  inviteHostAction,
  leaveHostingAction,
  removeHostAction,
} from "./actions";

type Props = PageProps<"/m/[locale]/events/[slug]/hosts">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: asLocale(locale), namespace: "hosts" });
  return { title: t("title") };
}

const changes = {
  invite: inviteHostAction,
  leave: leaveHostingAction,
  remove: removeHostAction,
  handOver: handOverAction,
};
const answers = { accept: acceptHostingAction, decline: declineHostingAction };

/** For those who manage the event, and for those who were asked to: what one of the reader's identities may see. */
export default async function HostsPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(asLocale(locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(hostsPath(slug)));
  const { db } = connection();
  const own = actingFirst(viewer);
  const ids = own.map(({ id }) => id);
  const [details, invitations] = await Promise.all([
    findEventOf(db, slug, own),
    findInvitations(db, slug, ids),
  ]);
  const event = details?.event ?? invitations[0]?.event;
  if (!event) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const asked = details ? await listAsked(db, event.id) : [];
  const faces = details ? [details.organizer, ...details.hosts, ...asked.map(({ face }) => face)] : [];
  return (
    <section className="section">
      <HostsHead event={event} acting={details?.acting} notice={await noticeOf(searchParams)} />
      <div className="grid gap-6">
        {invitations.map((invitation) => (
          <HostsInvitation
            key={invitation.actorId}
            invitation={invitation}
            identity={own.find(({ id }) => id === invitation.actorId) ?? viewer.identity}
            answers={answers}
          />
        ))}
        {details && (
          <Hosts {...details} asked={asked} openable={await findOpenable(viewer, faces)} changes={changes} />
        )}
      </div>
    </section>
  );
}
