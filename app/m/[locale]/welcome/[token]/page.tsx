import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WelcomeForm } from "@/components/accounts/forms";
import { LinkExpired } from "@/components/accounts/link-expired";
import { NewAccountFields } from "@/components/accounts/new-account-fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormPage } from "@/components/layout/form-page";
import { findToken } from "@/lib/accounts/token";
import { env } from "@/lib/core/env";
import { asLocale } from "@/lib/core/locale";
import { requestContext } from "@/lib/web/context";
import { welcomeAction } from "./actions";

export const metadata: Metadata = { referrer: "same-origin" };

/** Where the link that the first start prints leads: the first administrator. */
export default async function WelcomePage({ params }: PageProps<"/m/[locale]/welcome/[token]">) {
  const { locale, token } = await params;
  setRequestLocale(asLocale(locale));
  const t = await getTranslations("accounts");
  if (!(await findToken(await requestContext(), "welcome", token))) return <LinkExpired />;
  return (
    <FormPage title={t("welcomeTitle")} lead={t("welcomeLead")}>
      <FormTexts>
        <WelcomeForm action={welcomeAction}>
          <input type="hidden" name="token" value={token} />
          <NewAccountFields locale={asLocale(locale)} host={new URL(env().ORIGIN).host} />
          <SubmitButton wide>{t("createAdministrator")}</SubmitButton>
        </WelcomeForm>
      </FormTexts>
    </FormPage>
  );
}
