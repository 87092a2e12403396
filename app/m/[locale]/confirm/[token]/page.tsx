import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { LinkExpired } from "@/components/accounts/link-expired";
import { ActionForm } from "@/components/forms/action-form";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormPage } from "@/components/layout/form-page";
import { findToken } from "@/lib/accounts/token";
import { asLocale } from "@/lib/core/locale";
import { requestContext } from "@/lib/web/context";
import { confirmAction } from "./actions";

export const metadata: Metadata = { referrer: "same-origin" };

/** Asks for a click: mail scanners follow links, and would use the link up. */
export default async function ConfirmPage({ params }: PageProps<"/m/[locale]/confirm/[token]">) {
  const { locale, token } = await params;
  setRequestLocale(asLocale(locale));
  const t = await getTranslations("accounts");
  if (!(await findToken(await requestContext(), "confirm", token))) return <LinkExpired />;
  return (
    <FormPage title={t("confirmTitle")} lead={t("confirmLead")}>
      <FormTexts>
        <ActionForm action={confirmAction}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton wide>{t("confirm")}</SubmitButton>
        </ActionForm>
      </FormTexts>
    </FormPage>
  );
}
