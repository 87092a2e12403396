import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { DemoRoles } from "@/components/demo/demo-roles";
import { DemoWipe } from "@/components/demo/demo-wipe";
import { Alert } from "@/components/ui/alert";
import { asLocale } from "@/lib/core/locale";
import { readDemo } from "@/lib/web/demo-reading";
import { noticeOf } from "@/lib/web/notice";
import { answerMissing } from "@/lib/web/visitor/missing";
import { enterDemoAction, leaveDemoAction, wipeDemoAction } from "./actions";

type Props = PageProps<"/m/[locale]/demo">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: asLocale((await params).locale), namespace: "demo" });
  return { title: t("title") };
}

export default async function DemoPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const demo = await readDemo();
  if (!demo) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { mayWipe, ...roles } = demo;
  const [t, notice] = await Promise.all([getTranslations("demo"), noticeOf(searchParams)]);
  return (
    <>
      <section className="hero">
        <h1 className="text-step-3">{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
      </section>
      {notice && (
        <Alert tone="success" role="status" className="mb-5">
          {notice}
        </Alert>
      )}
      <DemoRoles {...roles} enter={enterDemoAction} leave={leaveDemoAction} />
      <DemoWipe wipe={mayWipe ? wipeDemoAction : null} />
    </>
  );
}
