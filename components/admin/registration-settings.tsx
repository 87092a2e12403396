import { useTranslations } from "next-intl";
import { CheckboxField, RadioField, TextAreaField, TextField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { registrationModes } from "@/lib/instance/input";
import type { InstanceSettings } from "@/lib/instance/settings";
import type { FormAction } from "@/lib/web/form-state";
import { RegistrationForm } from "./forms";

type RegistrationSettingsProps = { settings: InstanceSettings; save: FormAction };

/** Who may sign up, and what is asked of them. */
export function RegistrationSettings({ settings, save }: RegistrationSettingsProps) {
  const t = useTranslations("admin");
  return (
    <FormTexts>
      <RegistrationForm action={save} id="registration" className="panel">
        <RadioField
          name="registration"
          label={t("mode.label")}
          defaultValue={settings.registration}
          choices={registrationModes.map((mode) => ({
            value: mode,
            label: t(`mode.${mode}`),
            hint: t(`mode.${mode}Hint`),
          }))}
        />
        <EmailLists settings={settings} />
        <TextField
          name="maxIdentities"
          label={t("maxIdentities")}
          hint={t("maxIdentitiesHint")}
          defaultValue={String(settings.maxIdentities)}
          inputMode="numeric"
          maxLength={4}
          className="max-w-[20rem]"
          required
        />
        <CheckboxField
          name="mailParticipation"
          label={t("mailParticipation")}
          hint={t("mailParticipationHint")}
          defaultChecked={settings.mailParticipation}
        />
        <CheckboxField
          name="reportsByMail"
          label={t("reportsByMail")}
          hint={t("reportsByMailHint")}
          defaultChecked={settings.reportsByMail}
        />
        <div className="form-actions">
          <SubmitButton>{t("save")}</SubmitButton>
        </div>
      </RegistrationForm>
    </FormTexts>
  );
}

function EmailLists({ settings }: Pick<RegistrationSettingsProps, "settings">) {
  const t = useTranslations("admin");
  const forms = useTranslations("forms");
  return (["emailAllow", "emailDeny"] as const).map((list) => (
    <TextAreaField
      key={list}
      name={list}
      label={t(list)}
      hint={t(`${list}Hint`)}
      optional={forms("optional")}
      defaultValue={settings[list].join("\n")}
      rows={3}
      spellCheck={false}
      autoCapitalize="off"
    />
  ));
}
