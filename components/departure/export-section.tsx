import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { DataExport } from "@/db/schema/data-exports";
import { formatWhen } from "@/lib/core/dates/when";
import { exportPath, paths } from "@/lib/core/paths";
import type { FormAction } from "@/lib/web/form-state";
import { Progress } from "./progress";
import { RefreshMeanwhile } from "./refresh-meanwhile";

type ExportSectionProps = {
  latest: DataExport | null;
  /** Whether the next one may be asked for already. */
  canRequest: boolean;
  zone: string;
  request: FormAction;
};

/** A copy of everything, to take away. */
export function ExportSection({ latest, canRequest, zone, request }: ExportSectionProps) {
  const t = useTranslations("departure.export");
  const isUnderWay = latest?.status === "waiting" || latest?.status === "running";
  return (
    <SettingsSection id="export" title={t("title")} lead={t("lead")}>
      {isUnderWay && <UnderWay percent={latest.progress} />}
      {latest?.status === "ready" && <Ready made={latest} zone={zone} />}
      {latest?.status === "failed" && (
        <Alert tone="warning" title={t("failed")}>
          <p>{t("failedText")}</p>
        </Alert>
      )}
      {!isUnderWay && canRequest && (
        <ActionForm action={request}>
          <div>
            <SubmitButton variant={latest?.status === "ready" ? "plain" : "primary"}>
              {t(latest ? "again" : "request")}
            </SubmitButton>
          </div>
        </ActionForm>
      )}
    </SettingsSection>
  );
}

function UnderWay({ percent }: { percent: number }) {
  const t = useTranslations("departure.export");
  return (
    <>
      <p role="status">{t("underWay")}</p>
      <Progress label={t("progress")} percent={percent} />
      <p className="soft small">{t("leave")}</p>
      <RefreshMeanwhile />
      <noscript>
        <ButtonLink href={paths.data}>{t("look")}</ButtonLink>
      </noscript>
    </>
  );
}

function Ready({ made, zone }: { made: DataExport; zone: string }) {
  const t = useTranslations("departure.export");
  const format = useFormatter();
  const locale = useLocale();
  const unit = (made.size ?? 0) < 1_000_000 ? "kilobyte" : "megabyte";
  const size = format.number((made.size ?? 0) / (unit === "kilobyte" ? 1_000 : 1_000_000), {
    style: "unit",
    unit,
    maximumSignificantDigits: 2,
  });
  const when = (startsAt: Date) => formatWhen({ startsAt, endsAt: null, zone, locale });
  return (
    <>
      <p role="status">
        {t("ready", { made: when(made.createdAt), until: made.expiresAt ? when(made.expiresAt) : "" })}
      </p>
      <div>
        <ButtonLink href={exportPath(made.id)} variant="primary" download>
          <Icon name="download" size={20} />
          {t("download", { size })}
        </ButtonLink>
      </div>
    </>
  );
}
