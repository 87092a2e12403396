import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AnnouncedBy } from "@/components/events/announced-by";
import { BlockLink } from "@/components/identities/block-link";
import { FollowButton } from "@/components/identities/follow-button";
import { profileMetadata } from "@/components/identities/profile-metadata";
import { ProfileView } from "@/components/identities/profile-view";
import { RevealLink } from "@/components/moderation/reveal-link";
import { Toast } from "@/components/ui/toast";
import { connection } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import { asLocale } from "@/lib/core/locale";
import { addressOf, facePath } from "@/lib/core/paths";
import { listFollowStatuses } from "@/lib/events/followed";
import { findBlock } from "@/lib/identities/blocks/queries";
import { canEditIdentity } from "@/lib/identities/policy";
import { askAgainForActor } from "@/lib/web/ask-again";
import { requestContext } from "@/lib/web/context";
import { readInstanceFrame } from "@/lib/web/instance-reading";
import { noticeOf } from "@/lib/web/notice";
import { readAnnounced, readProfile } from "@/lib/web/profile-reading";
import { actingFirst, currentViewer, type Viewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";
import { followIdentityAction, unfollowIdentityAction } from "./actions";

type Props = PageProps<"/m/[locale]/identities/[handle]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const profile = await readProfile((await params).handle, await currentViewer());
  const { name: siteName } = await readInstanceFrame();
  return profile
    ? { ...profileMetadata(profile, { origin: env().ORIGIN, siteName }), robots: { index: false } }
    : {};
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
  if (addressOf(profile) !== decodeURIComponent(handle)) redirect(facePath(profile));
  if (viewer && profile.remote) await askAgainForActor(profile.remote);
  const isOwn = canEditIdentity(ctx.actor, profile);
  const role = viewer?.session.role;
  const follow = <FollowButton face={profile} member={await followerOf(viewer, profile.id)} />;
  return (
    <>
      <Toast message={await noticeOf(searchParams)} />
      <ProfileView profile={profile} host={new URL(env().ORIGIN).host} isOwn={isOwn} follow={follow}>
        <AnnouncedBy identity={profile} isOwn={isOwn} {...(await readAnnounced(profile, search.page))} />
      </ProfileView>
      {viewer && !isOwn && <BlockLink face={profile} {...(await blockOf(viewer, profile.id))} />}
      {role && role !== "member" && !profile.domain && <RevealLink handle={profile.handle} />}
    </>
  );
}

async function blockOf({ identity }: Viewer, otherId: string) {
  const kind = await findBlock(connection().db, { actorId: identity.id, otherId });
  return { by: identity.name, kind };
}

/** As whom the viewer can follow this one, as whom they do, and what changes it. */
async function followerOf(viewer: Viewer | null, followedId: string) {
  if (!viewer) return undefined;
  const identities = actingFirst(viewer);
  const ids = identities.map(({ id }) => id);
  const statuses = await listFollowStatuses(connection().db, ids, followedId);
  return {
    identities: identities.map((face) => ({ ...face, status: statuses.get(face.id) ?? null })),
    follow: followIdentityAction,
    unfollow: unfollowIdentityAction,
  };
}
