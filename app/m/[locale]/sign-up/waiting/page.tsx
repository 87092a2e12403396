import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FormPage } from "@/components/layout/form-page";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";

type Props = PageProps<"/m/[locale]/sign-up/waiting">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "accounts" }))("waitingTitle") };
}

/** Where a confirmed address leads if a moderator has to decide. */
export default async function WaitingPage({ params }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const t = await getTranslations("accounts");
  return (
    <FormPage title={t("waitingTitle")}>
      <p>{t("waitingText")}</p>
      <p>
        <a href={paths.front}>{t("lookAround")}</a>
      </p>
    </FormPage>
  );
}
