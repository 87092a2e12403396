import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AnnouncedBy } from "@/components/events/announced-by";
import { FollowButton } from "@/components/identities/follow-button";
import { profileMetadata } from "@/components/identities/profile-metadata";
import { ProfileView } from "@/components/identities/profile-view";
import { env } from "@/lib/core/env";
import { addressOf, facePath } from "@/lib/core/paths";
import { nextTurnOf } from "@/lib/events/turns";
import { readInstanceFrame } from "@/lib/web/instance-reading";
import { readAnnounced, readProfile } from "@/lib/web/profile-reading";
import { answerMissing } from "@/lib/web/visitor/missing";
import { profileTags } from "@/lib/web/visitor/profile-tags";
import { keepUntil, tagPage } from "@/lib/web/visitor/tag-page";
import { parseVariant } from "@/lib/web/visitor/variants";

export const revalidate = false;
export const dynamicParams = true;

export function generateStaticParams() {
  return [];
}

type Props = PageProps<"/v/[variant]/identities/[handle]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const profile = await readProfile((await params).handle, null);
  const { name: siteName } = await readInstanceFrame();
  return profile ? profileMetadata(profile, { origin: env().ORIGIN, siteName }) : {};
}

export default async function VisitorProfilePage({ params }: Props) {
  const { variant, handle } = await params;
  const { locale } = parseVariant(variant) ?? notFound();
  setRequestLocale(locale);
  const profile = await readProfile(handle, null);
  if (!profile) {
    await answerMissing();
    return <NotFoundPage />;
  }
  if (addressOf(profile) !== decodeURIComponent(handle)) redirect(facePath(profile));
  const announced = await readAnnounced(profile, undefined);
  await tagPage(profileTags(profile, [...announced.cards, ...announced.past]));
  await keepUntil(nextTurnOf(announced.cards, announced.now));
  return (
    <ProfileView
      profile={profile}
      host={new URL(env().ORIGIN).host}
      isOwn={false}
      follow={<FollowButton face={profile} />}
    >
      <AnnouncedBy identity={profile} isOwn={false} {...announced} />
    </ProfileView>
  );
}
