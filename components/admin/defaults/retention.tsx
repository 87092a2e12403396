import { useTranslations } from "next-intl";
import { TextField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { type Retention as Kept, retentionBounds } from "@/lib/instance/defaults/input";
import type { InstanceSettings } from "@/lib/instance/settings";
import type { FormAction } from "@/lib/web/form-state";
import { RetentionForm } from "./forms";

type RetentionProps = { settings: Pick<InstanceSettings, Kept>; save: FormAction };

/** When things are forgotten. */
export function Retention({ settings, save }: RetentionProps) {
  const t = useTranslations("admin.defaults");
  return (
    <SettingsSection id="retention" title={t("retention")} lead={t("retentionLead")}>
      <FormTexts>
        <RetentionForm action={save} id="keeping">
          {(Object.keys(retentionBounds) as Kept[]).map((name) => {
            const [least, most, usual] = retentionBounds[name];
            const hint = name === "keepAnswersDays" ? "mostDaysHint" : "daysHint";
            return (
              <TextField
                key={name}
                name={name}
                label={t(`days.${name}`)}
                hint={t(hint, { least, most, usual })}
                defaultValue={String(settings[name])}
                inputMode="numeric"
                maxLength={3}
                required
              />
            );
          })}
          <div className="form-actions">
            <SubmitButton variant="plain">{t("save")}</SubmitButton>
          </div>
        </RetentionForm>
      </FormTexts>
    </SettingsSection>
  );
}
