import { useTranslations } from "next-intl";
import { RadioField, TextField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { eventMakers } from "@/lib/instance/defaults/input";
import type { InstanceSettings } from "@/lib/instance/settings";
import type { FormAction } from "@/lib/web/form-state";
import { EventRulesForm } from "./forms";

type EventRulesProps = {
  settings: Pick<InstanceSettings, "eventMakers" | "eventMakersDays" | "pictureMegabytes">;
  save: FormAction;
};

/** Who announces events, and how large pictures may be. */
export function EventRules({ settings, save }: EventRulesProps) {
  const t = useTranslations("admin.defaults");
  return (
    <SettingsSection id="rules" title={t("rules")}>
      <FormTexts>
        <EventRulesForm action={save} id="event-rules">
          <RadioField
            name="eventMakers"
            label={t("eventMakers")}
            defaultValue={settings.eventMakers}
            choices={eventMakers.map((value) => ({
              value,
              label: t(`makers.${value}`),
              hint: t(`makersHint.${value}`),
            }))}
          />
          <TextField
            name="eventMakersDays"
            label={t("eventMakersDays")}
            hint={t("eventMakersDaysHint")}
            defaultValue={String(settings.eventMakersDays)}
            inputMode="numeric"
            maxLength={3}
            className="max-w-[24rem]"
            required
          />
          <TextField
            name="pictureMegabytes"
            label={t("pictureMegabytes")}
            hint={t("pictureMegabytesHint")}
            defaultValue={String(settings.pictureMegabytes)}
            inputMode="numeric"
            maxLength={2}
            className="max-w-[24rem]"
            required
          />
          <div className="form-actions">
            <SubmitButton>{t("save")}</SubmitButton>
          </div>
        </EventRulesForm>
      </FormTexts>
    </SettingsSection>
  );
}
