import { useTranslations } from "next-intl";
import { TextAreaField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import type { FormAction } from "@/lib/web/form-state";
import { CategoriesForm } from "./forms";

/** What events can be filed under here, beside what all servers know. */
export function OwnCategories({ names, save }: { names: string[]; save: FormAction }) {
  const t = useTranslations("admin");
  const forms = useTranslations("forms");
  return (
    <FormTexts>
      <CategoriesForm action={save} id="categories" className="panel">
        <TextAreaField
          name="extraCategories"
          label={t("extraCategories")}
          hint={t("extraCategoriesHint")}
          optional={forms("optional")}
          defaultValue={names.join("\n")}
          maxLength={2000}
          rows={5}
        />
        <div className="form-actions">
          <SubmitButton>{t("save")}</SubmitButton>
        </div>
      </CategoriesForm>
    </FormTexts>
  );
}
