import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ResetPasswordForm } from "@/components/accounts/forms";
import { LinkExpired } from "@/components/accounts/link-expired";
import { NewPasswordField } from "@/components/accounts/new-password-field";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormPage } from "@/components/layout/form-page";
import { findToken } from "@/lib/accounts/token";
import { asLocale } from "@/lib/core/locale";
import { requestContext } from "@/lib/web/context";
import { resetPasswordAction } from "./actions";

export const metadata: Metadata = { referrer: "same-origin" };

export default async function ResetPasswordPage({ params }: PageProps<"/m/[locale]/reset-password/[token]">) {
  const { locale, token } = await params;
  setRequestLocale(asLocale(locale));
  const t = await getTranslations("accounts");
  if (!(await findToken(await requestContext(), "reset_password", token)))
    return <LinkExpired instead="password" />;
  return (
    <FormPage title={t("resetTitle")} lead={t("resetLead")}>
      <FormTexts>
        <ResetPasswordForm action={resetPasswordAction}>
          <input type="hidden" name="token" value={token} />
          <NewPasswordField />
          <SubmitButton wide>{t("reset")}</SubmitButton>
        </ResetPasswordForm>
      </FormTexts>
    </FormPage>
  );
}
