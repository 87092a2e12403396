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
import { confirmEmailAction } from "./actions";

export const metadata: Metadata = { referrer: "same-origin" };

/** Asks for a click: mail scanners follow links, and would use the link up. */
export default async function ConfirmEmailPage({ params }: PageProps<"/m/[locale]/confirm-email/[token]">) {
  const { locale, token } = await params;
  setRequestLocale(asLocale(locale));
  const t = await getTranslations("accounts");
  const found = await findToken(await requestContext(), "change_email", token);
  if (!found) return <LinkExpired instead="email" />;
  return (
    <FormPage title={t("newEmailTitle")} lead={t("newEmailLead")}>
      <p className="wrap-anywhere">
        <strong>{found.data.email}</strong>
      </p>
      <FormTexts>
        <ActionForm action={confirmEmailAction}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton wide>{t("newEmailConfirm")}</SubmitButton>
        </ActionForm>
      </FormTexts>
    </FormPage>
  );
}
