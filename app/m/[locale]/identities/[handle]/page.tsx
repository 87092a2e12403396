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
import { readAnnounced, readProfile } from "@/lib/web/profile-reading";
import { currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";

type Props = PageProps<"/m/[locale]/identities/[handle]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const profile = await readProfile((await params).handle, await currentViewer());
  return profile ? { ...profileMetadata(profile, env().ORIGIN), robots: { index: false } } : {};
}

export default async function MemberProfilePage({ params, searchParams }: Props) {
  const [{ locale, handle }, viewer, ctx, search] = await Promise.all([
    params,
    currentViewer(),
    requestContext(),
    searchParams,
  ]);
  setRequestLocale(asLocale(locale));
  const profile = await readProfile(handle, viewer);
  if (!profile) {
    await answerMissing();
    return <NotFoundPage />;
  }
  if (profile.handle !== handle) redirect(identityPath(profile.handle));
  const isOwn = canEditIdentity(ctx.actor, profile);
  const role = viewer?.session.role;
  return (
    <>
      <Toast message={await noticeOf(searchParams)} />
      <ProfileView profile={profile} host={new URL(env().ORIGIN).host} isOwn={isOwn}>
        <AnnouncedBy identity={profile} isOwn={isOwn} {...(await readAnnounced(profile, search.page))} />
      </ProfileView>
      {role && role !== "member" && <RevealLink handle={profile.handle} />}
    </>
  );
}
