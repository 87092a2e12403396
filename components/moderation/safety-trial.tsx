import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField, TextAreaField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import type { FormAction } from "@/lib/web/form-state";
import { TrialOutcome } from "./trial-outcome";

/** A text to try the rules on: nothing is kept of it. */
export function SafetyTrial({ attempt }: { attempt: FormAction }) {
  const t = useTranslations("safety.trial");
  const words = useTranslations("safety.words");
  const outcomes = {
    none: t("outcome.none"),
    report: t("outcome.report"),
    hold: t("outcome.hold"),
    refuse: t("outcome.refuse"),
  };
  const labels = {
    refuse: words("outcome.refuse"),
    hold: words("outcome.hold"),
    report: words("outcome.report"),
    many: t("many"),
    early: t("early"),
  };
  return (
    <SettingsSection id="trial" title={t("title")} lead={t("lead")}>
      <ActionForm action={attempt} id="try">
        <SelectField
          name="scope"
          label={t("as")}
          options={(["comments", "events", "identities"] as const).map((value) => ({
            value,
            label: t(`scope.${value}`),
          }))}
          defaultValue="comments"
        />
        <TextAreaField name="text" label={t("text")} maxLength={20_000} rows={4} required />
        <div className="form-actions">
          <SubmitButton variant="plain">{t("try")}</SubmitButton>
        </div>
        <TrialOutcome outcomes={outcomes} labels={labels} />
      </ActionForm>
    </SettingsSection>
  );
}
