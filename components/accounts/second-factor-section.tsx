import { useLocale, useTranslations } from "next-intl";
import { SettingsSection } from "@/components/settings/settings-section";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { SecondFactorState } from "@/lib/accounts/second-factor/find";
import { dateText } from "@/lib/core/dates/date-text";
import { paths } from "@/lib/core/paths";

/** So few recovery codes that it is time to make new ones. */
const FEW = 2;

type SecondFactorSectionProps = { state: SecondFactorState; zone: string };

/** Whether signing in asks for a code, and the ways to change that. */
export function SecondFactorSection({ state, zone }: SecondFactorSectionProps) {
  const t = useTranslations("security.secondFactor");
  return (
    <SettingsSection id="second-factor" title={t("title")} lead={t("lead")}>
      {state.onSince ? (
        <SwitchedOn since={state.onSince} codesLeft={state.codesLeft} zone={zone} />
      ) : state.hasPassword ? (
        <div>
          <ButtonLink href={paths.secondFactor}>{t("setUp")}</ButtonLink>
        </div>
      ) : (
        <p>{t("passwordFirst")}</p>
      )}
    </SettingsSection>
  );
}

function SwitchedOn({ since, codesLeft, zone }: { since: Date; codesLeft: number; zone: string }) {
  const t = useTranslations("security.secondFactor");
  const date = dateText(since, { zone, locale: useLocale(), style: "short", year: true });
  return (
    <>
      <p>
        <Chip tone="going">{t("onSince", { date })}</Chip>
      </p>
      {codesLeft > FEW ? (
        <p>{t("codesLeft", { left: codesLeft })}</p>
      ) : (
        <Alert tone="warning" title={t("codesLeft", { left: codesLeft })}>
          <p>{t("codesFew")}</p>
        </Alert>
      )}
      <div className="row">
        <ButtonLink href={paths.recoveryCodes}>{t("newCodes")}</ButtonLink>
        <ButtonLink href={paths.secondFactorOff} variant="danger">
          {t("turnOff")}
        </ButtonLink>
      </div>
    </>
  );
}
