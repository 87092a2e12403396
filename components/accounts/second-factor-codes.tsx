import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormPage } from "@/components/layout/form-page";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PrintButton } from "@/components/ui/print-button";
import type { FormAction } from "@/lib/web/form-state";
import { CodeField, PasswordAgain } from "./second-factor-fields";
import { PasswordAndCodeForm } from "./second-factor-forms";
import { BackToSecurity } from "./second-factor-way-back";

type FreshCodesProps = { codes: string[]; host: string; putAway: FormAction; notice: string | null };

/** The only page that ever shows them. */
export function FreshCodes({ codes, host, putAway, notice }: FreshCodesProps) {
  const t = useTranslations("security.secondFactor");
  const file = [t("codes.file", { host }), "", ...codes, ""].join("\r\n");
  return (
    <FormPage title={t("codes.title")} lead={t("codes.lead")}>
      {notice && (
        <Alert tone="success" role="status" className="no-print">
          <p>{notice}</p>
        </Alert>
      )}
      <p>{t("codes.where")}</p>
      <p className="only-print">{t("codes.file", { host })}</p>
      <ol className="codes" translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="row no-print">
        <ButtonLink
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
          download={t("codes.fileName")}
        >
          <Icon name="download" size={20} />
          {t("codes.download")}
        </ButtonLink>
        <PrintButton>{t("codes.print")}</PrintButton>
      </div>
      <ButtonForm action={putAway} className="no-print">
        <SubmitButton wide>{t("codes.kept")}</SubmitButton>
      </ButtonForm>
    </FormPage>
  );
}

type RenewCodesProps = { renew: FormAction; email: string; codesLeft: number };

export function RenewCodes({ renew, email, codesLeft }: RenewCodesProps) {
  const t = useTranslations("security.secondFactor");
  const lead = `${t("codesLeft", { left: codesLeft })} ${t("renew.lead")}`;
  return (
    <FormPage title={t("renew.title")} lead={lead} after={<BackToSecurity />}>
      <FormTexts>
        <PasswordAndCodeForm action={renew}>
          <PasswordAgain email={email} />
          <CodeField label={t("code")} hint={t("codeOrRecovery")} />
          <SubmitButton wide>{t("renew.submit")}</SubmitButton>
        </PasswordAndCodeForm>
      </FormTexts>
    </FormPage>
  );
}
