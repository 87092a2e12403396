import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FinishSignUp } from "@/components/accounts/finish-sign-up";
import { FormPage } from "@/components/layout/form-page";
import { ButtonLink } from "@/components/ui/button";
import { findWayIn } from "@/lib/accounts/registration";
import { env } from "@/lib/core/env";
import { asLocale } from "@/lib/core/locale";
import { paths, safePath } from "@/lib/core/paths";
import { requestContext } from "@/lib/web/context";
import { readNewcomer } from "@/lib/web/oidc/newcomer";
import { currentViewer } from "@/lib/web/viewer";
import { finishSignUpAction } from "./actions";

export async function generateMetadata({
  params,
}: PageProps<"/m/[locale]/sign-up/finish">): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: "accounts" });
  return { title: t("createAccount"), robots: { index: false } };
}

/** Somebody came from an OIDC provider and has no account yet: they choose a name. */
export default async function FinishSignUpPage({
  params,
  searchParams,
}: PageProps<"/m/[locale]/sign-up/finish">) {
  const locale = asLocale((await params).locale);
  setRequestLocale(locale);
  const back = safePath((await searchParams).back);
  if (await currentViewer()) redirect(back);
  const t = await getTranslations("accounts.providers");
  const newcomer = await readNewcomer();
  if (!newcomer) return <Expired />;
  return (
    <FormPage title={t("finishTitle")} lead={t("finishLead", { name: newcomer.provider })}>
      <FinishSignUp
        {...newcomer}
        locale={locale}
        host={new URL(env().ORIGIN).host}
        back={back}
        asked={await findWayIn(await requestContext())}
        finish={finishSignUpAction}
      />
    </FormPage>
  );
}

async function Expired() {
  const t = await getTranslations("accounts");
  return (
    <FormPage title={t("providers.expired")}>
      <p>{t("providers.expiredText")}</p>
      <div className="row">
        <ButtonLink href={paths.signIn} variant="primary">
          {t("signIn")}
        </ButtonLink>
      </div>
    </FormPage>
  );
}
