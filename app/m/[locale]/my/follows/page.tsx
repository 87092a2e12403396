import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FollowByAddress } from "@/components/identities/follow-by-address";
import { FollowList } from "@/components/identities/follow-list";
import { Toast } from "@/components/ui/toast";
import { connection } from "@/lib/core/database";
import { asLocale } from "@/lib/core/locale";
import { paths, signInPath } from "@/lib/core/paths";
import { listFollowed } from "@/lib/events/followed";
import { pictureSources } from "@/lib/media/sources";
import { noticeOf } from "@/lib/web/notice";
import { findOpenable } from "@/lib/web/openable";
import { currentViewer } from "@/lib/web/viewer";
import { unfollowIdentityAction } from "./actions";

type Props = PageProps<"/m/[locale]/my/follows">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "follows" }))("title") };
}

/** Whom the identity that acts follows: each identity has its own list. */
export default async function FollowsPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(paths.follows));
  const t = await getTranslations("follows");
  const followed = await listFollowed(connection().db, viewer.identity.id);
  const openable = await findOpenable(viewer, followed);
  const faces = followed.map(({ id, avatar, ...face }) => ({
    ...face,
    picture: pictureSources(avatar),
    isOpenable: openable.has(id),
  }));
  return (
    <section className="section">
      <Toast message={await noticeOf(searchParams)} />
      <h1 className="text-step-2">{t("title")}</h1>
      <p className="soft mt-2 max-w-[60ch]">{t("explained", { name: viewer.identity.name })}</p>
      <p className="mb-5">
        <a href={paths.feed}>{t("toFeed")}</a>
      </p>
      <FollowByAddress />
      <FollowList followed={faces} unfollow={unfollowIdentityAction} />
      <p className="mt-5">
        <a href={paths.blocks}>{t("toBlocks")}</a>
      </p>
    </section>
  );
}
