import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { KeepLinkExpired } from "@/components/departure/keep-link-expired";
import { ActionForm } from "@/components/forms/action-form";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormPage } from "@/components/layout/form-page";
import { findToken } from "@/lib/accounts/token";
import { asLocale } from "@/lib/core/locale";
import { requestContext } from "@/lib/web/context";
import { keepAccountByLinkAction } from "./actions";

export const metadata: Metadata = { referrer: "same-origin" };

/** Asks for a click: mail scanners follow links. */
export default async function KeepAccountPage({ params }: PageProps<"/m/[locale]/keep-account/[token]">) {
  const { locale, token } = await params;
  setRequestLocale(asLocale(locale));
  const t = await getTranslations("departure.keep");
  if (!(await findToken(await requestContext(), "keep_account", token))) return <KeepLinkExpired />;
  return (
    <FormPage title={t("title")} lead={t("lead")}>
      <FormTexts>
        <ActionForm action={keepAccountByLinkAction}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton wide>{t("keep")}</SubmitButton>
        </ActionForm>
      </FormTexts>
    </FormPage>
  );
}
