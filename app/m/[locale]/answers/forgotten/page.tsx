import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FormPage } from "@/components/layout/form-page";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";

type Props = PageProps<"/m/[locale]/answers/forgotten">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "byMail.forgotten" }))("title") };
}

export default async function AnswerForgottenPage({ params }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const t = await getTranslations("byMail");
  return (
    <FormPage title={t("forgotten.title")}>
      <p>{t("forgotten.text")}</p>
      <p>
        <a href={paths.front}>{t("over.front")}</a>
      </p>
    </FormPage>
  );
}
