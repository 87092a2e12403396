import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AskMail } from "@/components/accounts/ask-mail";
import { FormPage } from "@/components/layout/form-page";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { askPasswordResetAction } from "./actions";

export async function generateMetadata({
  params,
}: PageProps<"/m/[locale]/forgot-password">): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "accounts" }))("forgotTitle") };
}

export default async function ForgotPasswordPage({ params }: PageProps<"/m/[locale]/forgot-password">) {
  setRequestLocale(asLocale((await params).locale));
  const t = await getTranslations("accounts");
  return (
    <FormPage
      title={t("forgotTitle")}
      lead={t("forgotLead")}
      after={
        <p>
          {t("rememberedAfterAll")} <a href={paths.signIn}>{t("signIn")}</a>
        </p>
      }
    >
      <AskMail ask={askPasswordResetAction} label={t("mailLink")} />
    </FormPage>
  );
}
