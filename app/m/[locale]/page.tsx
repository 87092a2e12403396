import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { FrontPage } from "@/components/events/front-page";
import { Toast } from "@/components/ui/toast";
import { asLocale } from "@/lib/core/locale";
import { pageNumber, readFrontOwn, readFrontPage } from "@/lib/web/front-reading";
import { noticeOf } from "@/lib/web/notice";
import { currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";

export default async function MemberFrontPage({ params, searchParams }: PageProps<"/m/[locale]">) {
  const [{ locale }, query, viewer] = await Promise.all([params, searchParams, currentViewer()]);
  setRequestLocale(asLocale(locale));
  const number = pageNumber(query.page);
  const front = number === null ? null : await readFrontPage(number, new Date(), viewer);
  if (!front) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const member = viewer ? await readFrontOwn(viewer, front) : undefined;
  return (
    <>
      <Toast message={await noticeOf(searchParams)} />
      <FrontPage {...front} member={member} />
    </>
  );
}
