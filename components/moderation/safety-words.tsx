import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { RadioField, SelectField, TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { Chip } from "@/components/ui/chip";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { ruleOutcomes, ruleScopes } from "@/lib/instance/input";
import type { WordRule } from "@/lib/instance/safety-settings";
import type { FormAction } from "@/lib/web/form-state";
import { WordRuleForm } from "./forms";

type SafetyWordsProps = {
  rules: WordRule[];
  /** Null: the reader may not change them. */
  actions: { add: FormAction; remove: FormAction } | null;
};

/** Words that are reported, held back or refused. */
export function SafetyWords({ rules, actions }: SafetyWordsProps) {
  const t = useTranslations("safety.words");
  return (
    <SettingsSection id="words" title={t("title")} lead={t("lead")}>
      {rules.length === 0 && <p>{t("none")}</p>}
      {rules.length > 0 && (
        <ul className="list safety-rules">
          {rules.map((rule) => (
            <li key={rule.id}>
              <Rule rule={rule} remove={actions?.remove} />
            </li>
          ))}
        </ul>
      )}
      {actions && <NewRule add={actions.add} />}
    </SettingsSection>
  );
}

function Rule({ rule, remove }: { rule: WordRule; remove: FormAction | undefined }) {
  const t = useTranslations("safety.words");
  return (
    <>
      <p>
        <strong dir="auto">{rule.pattern}</strong>{" "}
        <Chip tone={rule.outcome === "refuse" ? "alert" : "waiting"}>{t(`outcome.${rule.outcome}`)}</Chip>{" "}
        <span className="soft small">{t(`scope.${rule.scope}`)}</span>
      </p>
      {remove && (
        <ActionForm action={remove} id={`remove-${rule.id}`}>
          <input type="hidden" name="id" value={rule.id} />
          <SubmitButton variant="quiet" small>
            {t("remove")} <VisuallyHidden>{rule.pattern}</VisuallyHidden>
          </SubmitButton>
        </ActionForm>
      )}
    </>
  );
}

function NewRule({ add }: { add: FormAction }) {
  const t = useTranslations("safety.words");
  return (
    <WordRuleForm action={add} id="word-rule">
      <TextField
        name="pattern"
        label={t("pattern")}
        hint={t("patternHint")}
        maxLength={100}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <SelectField
        name="scope"
        label={t("where")}
        options={ruleScopes.map((value) => ({ value, label: t(`scope.${value}`) }))}
        defaultValue="all"
      />
      <RadioField
        name="outcome"
        label={t("what")}
        choices={ruleOutcomes.map((value) => ({
          value,
          label: t(`outcome.${value}`),
          hint: t(`outcomeHint.${value}`),
        }))}
        defaultValue="hold"
      />
      <div className="form-actions">
        <SubmitButton variant="plain">{t("add")}</SubmitButton>
      </div>
    </WordRuleForm>
  );
}
