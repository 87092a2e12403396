import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { SignUpForm } from "@/components/accounts/forms";
import { NewAccountFields } from "@/components/accounts/new-account-fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormPage } from "@/components/layout/form-page";
import { env } from "@/lib/core/env";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { currentViewer } from "@/lib/web/viewer";
import { signUpAction } from "./actions";

export async function generateMetadata({ params }: PageProps<"/m/[locale]/sign-up">): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "accounts" }))("createAccount") };
}

export default async function SignUpPage({ params }: PageProps<"/m/[locale]/sign-up">) {
  const locale = asLocale((await params).locale);
  setRequestLocale(locale);
  if (await currentViewer()) redirect(paths.front);
  const t = await getTranslations("accounts");
  return (
    <FormPage
      title={t("createAccount")}
      lead={t("createAccountLead")}
      after={
        <p>
          {t("alreadyAccount")} <a href={paths.signIn}>{t("signIn")}</a>
        </p>
      }
    >
      <FormTexts>
        <SignUpForm action={signUpAction}>
          <NewAccountFields locale={locale} host={new URL(env().ORIGIN).host} />
          <SubmitButton wide>{t("createAccount")}</SubmitButton>
        </SignUpForm>
      </FormTexts>
    </FormPage>
  );
}
