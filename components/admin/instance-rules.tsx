import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import type { InstanceSettings } from "@/lib/instance/settings";
import { MAX_TEXT } from "@/lib/instance/texts/input";
import type { FormAction } from "@/lib/web/form-state";
import { EachLanguage } from "./each-language";
import { RulesForm } from "./forms";

export function InstanceRules({ rules, save }: Pick<InstanceSettings, "rules"> & { save: FormAction }) {
  const t = useTranslations("admin.instanceTexts.rules");
  return (
    <SettingsSection id="rules" title={t("title")} lead={t("lead")}>
      <RulesForm action={save} id="rules-form">
        <EachLanguage
          name="rules"
          label={t("label")}
          hint={t("hint")}
          texts={rules}
          maxLength={MAX_TEXT}
          rows={8}
        />
        <div className="form-actions">
          <SubmitButton>{t("save")}</SubmitButton>
        </div>
      </RulesForm>
    </SettingsSection>
  );
}
