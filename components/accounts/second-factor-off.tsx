import { useTranslations } from "next-intl";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormPage } from "@/components/layout/form-page";
import type { FormAction } from "@/lib/web/form-state";
import { CodeField, PasswordAgain } from "./second-factor-fields";
import { PasswordAndCodeForm } from "./second-factor-forms";
import { BackToSecurity } from "./second-factor-way-back";

export function SecondFactorOff({ turnOff, email }: { turnOff: FormAction; email: string }) {
  const t = useTranslations("security.secondFactor");
  return (
    <FormPage title={t("off.title")} lead={t("off.lead")} after={<BackToSecurity />}>
      <FormTexts>
        <PasswordAndCodeForm action={turnOff}>
          <PasswordAgain email={email} />
          <CodeField label={t("code")} hint={t("codeOrRecovery")} />
          <SubmitButton wide variant="danger">
            {t("off.submit")}
          </SubmitButton>
        </PasswordAndCodeForm>
      </FormTexts>
    </FormPage>
  );
}
