import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { ShownMails } from "@/components/demo/shown-mails";
import { asLocale } from "@/lib/core/locale";
import { readShownMails } from "@/lib/web/demo-reading";
import { answerMissing } from "@/lib/web/visitor/missing";

type Props = PageProps<"/m/[locale]/demo/mail">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: asLocale((await params).locale), namespace: "demo.mail" });
  return { title: t("title") };
}

export default async function ShownMailsPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const shown = await readShownMails((await searchParams).page);
  if (!shown) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const t = await getTranslations("demo.mail");
  return (
    <>
      <section className="hero">
        <h1 className="text-step-3">{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
      </section>
      <ShownMails {...shown} />
    </>
  );
}
