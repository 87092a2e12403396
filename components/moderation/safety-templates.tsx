import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextAreaField, TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { MessageTemplate } from "@/lib/instance/safety-settings";
import type { FormAction } from "@/lib/web/form-state";
import { TemplateForm } from "./forms";

type SafetyTemplatesProps = {
  templates: MessageTemplate[];
  /** Null: the reader may not change them. */
  actions: { add: FormAction; remove: FormAction } | null;
};

/** What moderators often write to people. */
export function SafetyTemplates({ templates, actions }: SafetyTemplatesProps) {
  const t = useTranslations("safety.templates");
  return (
    <SettingsSection id="templates" title={t("title")} lead={t("lead")}>
      {templates.length === 0 && <p>{t("none")}</p>}
      {templates.length > 0 && (
        <ul className="list safety-rules">
          {templates.map((template) => (
            <li key={template.id}>
              <Template template={template} remove={actions?.remove} />
            </li>
          ))}
        </ul>
      )}
      {actions && <NewTemplate add={actions.add} />}
    </SettingsSection>
  );
}

function Template({ template, remove }: { template: MessageTemplate; remove: FormAction | undefined }) {
  const t = useTranslations("safety.templates");
  return (
    <>
      <details>
        <summary>{template.title}</summary>
        {(["en", "fr"] as const).map((language) => (
          <p key={language} lang={language} className="whitespace-pre-line">
            {template[language]}
          </p>
        ))}
      </details>
      {remove && (
        <ActionForm action={remove} id={`remove-${template.id}`}>
          <input type="hidden" name="id" value={template.id} />
          <SubmitButton variant="quiet" small>
            {t("remove")} <VisuallyHidden>{template.title}</VisuallyHidden>
          </SubmitButton>
        </ActionForm>
      )}
    </>
  );
}

function NewTemplate({ add }: { add: FormAction }) {
  const t = useTranslations("safety.templates");
  return (
    <TemplateForm action={add} id="template">
      <TextField
        name="title"
        label={t("name")}
        hint={t("nameHint")}
        maxLength={80}
        autoComplete="off"
        required
      />
      <TextAreaField name="en" label={t("en")} maxLength={1000} rows={3} lang="en" />
      <TextAreaField name="fr" label={t("fr")} maxLength={1000} rows={3} lang="fr" />
      <div className="form-actions">
        <SubmitButton variant="plain">{t("add")}</SubmitButton>
      </div>
    </TemplateForm>
  );
}
