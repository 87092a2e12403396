import { useTranslations } from "next-intl";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormPage } from "@/components/layout/form-page";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { paths } from "@/lib/core/paths";
import type { QrDrawing } from "@/lib/core/qr-code";
import type { FormAction } from "@/lib/web/form-state";
import { CodeField, PasswordAgain } from "./second-factor-fields";
import { BeginForm, FirstCodeForm } from "./second-factor-forms";
import { BackToSecurity } from "./second-factor-way-back";

/** First the password again, so that a device left open is not enough. */
export function SecondFactorBegin({
  begin,
  email,
  isOver,
}: {
  begin: FormAction;
  email: string;
  isOver: boolean;
}) {
  const t = useTranslations("security.secondFactor");
  return (
    <FormPage title={t("title")} lead={t("lead")} after={<BackToSecurity />}>
      {isOver && (
        <Alert tone="warning">
          <p>{t("begin.over")}</p>
        </Alert>
      )}
      <p>{t("begin.need")}</p>
      <FormTexts>
        <BeginForm action={begin}>
          <PasswordAgain email={email} />
          <SubmitButton wide>{t("begin.next")}</SubmitButton>
        </BeginForm>
      </FormTexts>
    </FormPage>
  );
}

/** Accounts that sign in elsewhere. */
export function SecondFactorNeedsPassword() {
  const t = useTranslations("security.secondFactor");
  return (
    <FormPage title={t("title")} lead={t("lead")} after={<BackToSecurity />}>
      <p>{t("passwordFirst")}</p>
      <ButtonLink href={`${paths.security}#password`} variant="primary" wide>
        {t("toPassword")}
      </ButtonLink>
    </FormPage>
  );
}

type Shown = { id: string; secret: string; address: string; picture: QrDrawing };

/** The secret in three ways (a picture, a link, words to type), and the first code that shows it arrived. */
export function SecondFactorScan({ confirm, setup }: { confirm: FormAction; setup: Shown }) {
  const t = useTranslations("security.secondFactor");
  return (
    <FormPage title={t("scan.title")} lead={t("scan.lead")} after={<BackToSecurity />}>
      <h2 className="text-step-1">{t("scan.step1")}</h2>
      <QrPicture {...setup.picture} label={t("scan.picture")} />
      <p>
        <a href={setup.address}>{t("scan.open")}</a>
      </p>
      <div>
        <p>{t("scan.type")}</p>
        <p className="secret" translate="no">
          {setup.secret.match(/.{4}/g)?.join(" ")}
        </p>
      </div>
      <h2 className="text-step-1">{t("scan.step2")}</h2>
      <FormTexts>
        <FirstCodeForm action={confirm}>
          <input type="hidden" name="setup" value={setup.id} />
          <CodeField label={t("scan.code")} hint={t("scan.codeHint")} isDigits />
          <SubmitButton wide>{t("scan.confirm")}</SubmitButton>
        </FirstCodeForm>
      </FormTexts>
    </FormPage>
  );
}

/** Dark on light, in dark pages too: many readers know nothing else. */
function QrPicture({ size, d, label }: QrDrawing & { label: string }) {
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={d} fill="#000" />
    </svg>
  );
}
