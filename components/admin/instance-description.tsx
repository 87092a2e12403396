import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { nameOfLanguage } from "@/components/layout/name-of-language";
import { locales } from "@/lib/core/locale";
import type { InstanceSettings } from "@/lib/instance/settings";
import { MAX_NAME, MAX_SHORT, MAX_TEXT } from "@/lib/instance/texts/input";
import type { FormAction } from "@/lib/web/form-state";
import { EachLanguage } from "./each-language";
import { DescriptionForm } from "./forms";

/** What the server is called, what it is for, and how to reach its people. */
export function InstanceDescription({ settings, save }: { settings: InstanceSettings; save: FormAction }) {
  const t = useTranslations("admin.instance");
  const forms = useTranslations("forms");
  return (
    <FormTexts>
      <DescriptionForm action={save} id="description" className="panel">
        <TextField
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          optional={forms("optional")}
          defaultValue={settings.name}
          maxLength={MAX_NAME}
          autoComplete="off"
        />
        <TextField
          name="contact"
          label={t("contact")}
          hint={t("contactHint")}
          optional={forms("optional")}
          defaultValue={settings.contact}
          maxLength={500}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <SelectField
          name="language"
          label={t("language")}
          hint={t("languageHint")}
          options={locales.map((value) => ({ value, label: nameOfLanguage(value) }))}
          defaultValue={settings.language}
        />
        <EachLanguage
          name="short"
          label={t("short")}
          hint={t("shortHint")}
          texts={settings.shortDescription}
          maxLength={MAX_SHORT}
          rows={2}
        />
        <EachLanguage
          name="description"
          label={t("description")}
          hint={t("descriptionHint")}
          texts={settings.description}
          maxLength={MAX_TEXT}
          rows={6}
        />
        <div className="form-actions">
          <SubmitButton>{t("save")}</SubmitButton>
        </div>
      </DescriptionForm>
    </FormTexts>
  );
}
