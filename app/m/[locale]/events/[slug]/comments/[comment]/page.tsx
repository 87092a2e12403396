import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { ManageComment } from "@/components/comments/manage-comment";
import { asLocale } from "@/lib/core/locale";
import { commentAnchor, commentPath, signInPath } from "@/lib/core/paths";
import { readOwnComment } from "@/lib/web/comments-reading";
import { currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";
import { deleteCommentAction, editCommentAction, pinCommentAction, unpinCommentAction } from "./actions";

type Props = PageProps<"/m/[locale]/events/[slug]/comments/[comment]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: asLocale(locale), namespace: "comments" });
  return { title: t("one") };
}

const actions = {
  edit: editCommentAction,
  remove: deleteCommentAction,
  pin: pinCommentAction,
  unpin: unpinCommentAction,
};

/** What one may change about a comment; whoever may change nothing is led to where it stands. */
export default async function CommentPage({ params }: Props) {
  const { locale, slug, comment: id } = await params;
  setRequestLocale(asLocale(locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(commentPath(slug, id)));
  const own = await readOwnComment(viewer, slug, id);
  if (own && !own.as.author && !own.as.host && own.comment.status === "visible")
    redirect(commentAnchor(slug, id));
  if (!own || (!own.as.author && !own.as.host)) {
    await answerMissing();
    return <NotFoundPage />;
  }
  return <ManageComment {...own} actions={actions} />;
}
