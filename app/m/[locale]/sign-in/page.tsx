import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ProviderButtons } from "@/components/accounts/provider-buttons";
import { SignIn } from "@/components/accounts/sign-in";
import { DemoHint } from "@/components/demo/demo-hint";
import { FormPage } from "@/components/layout/form-page";
import { Alert } from "@/components/ui/alert";
import { asLocale } from "@/lib/core/locale";
import { paths, safePath } from "@/lib/core/paths";
import { noticeOf, refusalOf } from "@/lib/web/notice";
import { namedProviders } from "@/lib/web/oidc/providers";
import { currentViewer } from "@/lib/web/viewer";
import { signInAction } from "./actions";

export async function generateMetadata({ params }: PageProps<"/m/[locale]/sign-in">): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "accounts" }))("signIn") };
}

export default async function SignInPage({ params, searchParams }: PageProps<"/m/[locale]/sign-in">) {
  setRequestLocale(asLocale((await params).locale));
  const back = safePath((await searchParams).back);
  if (await currentViewer()) redirect(back);
  const t = await getTranslations("accounts");
  const [notice, refusal] = await Promise.all([noticeOf(searchParams), refusalOf(searchParams)]);
  return (
    <FormPage
      title={t("signIn")}
      lead={back === paths.front ? undefined : t("signInToGoOn")}
      after={
        <p>
          {t("noAccountYet")} <a href={paths.signUp}>{t("createAccount")}</a>
        </p>
      }
    >
      {notice && (
        <Alert tone="success" role="status">
          {notice}
        </Alert>
      )}
      {refusal && (
        <Alert tone="refusal" role="alert">
          {refusal}
        </Alert>
      )}
      <DemoHint about="signIn" />
      <SignIn signIn={signInAction} back={back} />
      <ProviderButtons providers={namedProviders()} back={back} form="above" />
    </FormPage>
  );
}
