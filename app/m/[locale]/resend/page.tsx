import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AskMail } from "@/components/accounts/ask-mail";
import { FormPage } from "@/components/layout/form-page";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { resendConfirmationAction } from "./actions";

export async function generateMetadata({ params }: PageProps<"/m/[locale]/resend">): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "accounts" }))("resendTitle") };
}

export default async function ResendPage({ params }: PageProps<"/m/[locale]/resend">) {
  setRequestLocale(asLocale((await params).locale));
  const t = await getTranslations("accounts");
  return (
    <FormPage
      title={t("resendTitle")}
      lead={t("resendLead")}
      after={
        <p>
          {t("confirmedAlready")} <a href={paths.signIn}>{t("signIn")}</a>
        </p>
      }
    >
      <AskMail ask={resendConfirmationAction} label={t("resend")} />
    </FormPage>
  );
}
