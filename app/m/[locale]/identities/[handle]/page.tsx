import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AnnouncedBy } from "@/components/events/announced-by";
import { profileMetadata } from "@/components/identities/profile-metadata";
import { ProfileView } from "@/components/identities/profile-view";
import { RevealLink } from "@/components/moderation/reveal-link";
import { Toast } from "@/components/ui/toast";
import { env } from "@/lib/core/env";
import { asLocale } from "@/lib/core/locale";
import { identityPath } from "@/lib/core/paths";
import { canEditIdentity } from "@/lib/identities/policy";
import { requestContext } from "@/lib/web/context";
import { noticeOf } from "@/lib/web/notice";
import { readProfile } from "@/lib/web/profile-reading";
import { currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";

type Props = PageProps<"/m/[locale]/identities/[handle]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await readProfile((await params).handle);
  return found ? { ...profileMetadata(found.profile, env().ORIGIN), robots: { index: false } } : {};
}

export default async function MemberProfilePage({ params, searchParams }: Props) {
  const [{ locale, handle }, ctx] = await Promise.all([params, requestContext()]);
  setRequestLocale(asLocale(locale));
  const found = await readProfile(handle);
  if (!found) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { profile, cards, now } = found;
  if (profile.handle !== handle) redirect(identityPath(profile.handle));
  const isOwn = canEditIdentity(ctx.actor, profile);
  const role = (await currentViewer())?.session.role;
  return (
    <>
      <Toast message={await noticeOf(searchParams)} />
      <ProfileView profile={profile} host={new URL(env().ORIGIN).host} isOwn={isOwn}>
        <AnnouncedBy name={profile.name} isOwn={isOwn} cards={cards} now={now} />
      </ProfileView>
      {role && role !== "member" && <RevealLink handle={profile.handle} />}
    </>
  );
}
