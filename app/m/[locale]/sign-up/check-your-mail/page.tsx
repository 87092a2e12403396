import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FormPage } from "@/components/layout/form-page";
import { ASK_AGAIN_SECONDS } from "@/lib/accounts/input";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";

export async function generateMetadata({
  params,
}: PageProps<"/m/[locale]/sign-up/check-your-mail">): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "accounts" }))("checkMail") };
}

export default async function CheckMailPage({ params }: PageProps<"/m/[locale]/sign-up/check-your-mail">) {
  setRequestLocale(asLocale((await params).locale));
  const t = await getTranslations("accounts");
  return (
    <FormPage title={t("checkMail")}>
      <p>{t("checkMailText")}</p>
      <p className="soft">{t("checkMailNothing")}</p>
      <p>
        {t("askAgainAfter", { seconds: ASK_AGAIN_SECONDS })}{" "}
        <a href={paths.resendConfirmation}>{t("resend")}</a>
      </p>
      <p>
        <a href={paths.front}>{t("lookAround")}</a>
      </p>
    </FormPage>
  );
}
