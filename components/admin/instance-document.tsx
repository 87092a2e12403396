import { useTranslations } from "next-intl";
import { CheckboxField, RadioField, TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { documentPath } from "@/lib/core/text-paths";
import type { ReadDocument } from "@/lib/instance/texts/documents";
import { type DocumentKind, documentModes, MAX_TEXT } from "@/lib/instance/texts/input";
import type { FormAction } from "@/lib/web/form-state";
import { EachLanguage } from "./each-language";
import { DocumentForm } from "./forms";

export type EditedDocument = {
  kind: DocumentKind;
  /** In force; null: nothing is. */
  document: ReadDocument | null;
  /** What the fields for own words begin with, by language. */
  words: { [locale: string]: string };
};

/** What people agree to, or read about privacy: our words, own ones, or a link. Each change is a version. */
export function InstanceDocument({ kind, document, words, save }: EditedDocument & { save: FormAction }) {
  const t = useTranslations("admin.instanceTexts");
  const modes = documentModes.filter((mode) => mode !== "none" || kind === "terms");
  return (
    <SettingsSection id={kind} title={t(`${kind}.title`)} lead={<Standing kind={kind} document={document} />}>
      <DocumentForm action={save} id={`${kind}-form`}>
        <input type="hidden" name="kind" value={kind} />
        <RadioField
          name="mode"
          label={t(`${kind}.mode`)}
          defaultValue={document?.mode ?? "none"}
          choices={modes.map((value) => ({
            value,
            label: t(`modes.${value}`),
            hint: t(`modeHints.${value}`),
          }))}
        />
        <details className="more" open={document?.mode === "own"}>
          <summary>{t("ownWords")}</summary>
          <EachLanguage
            name="text"
            label={t("text")}
            hint={t("textHint")}
            texts={words}
            maxLength={MAX_TEXT}
            rows={14}
          />
        </details>
        <TextField
          name="url"
          type="url"
          label={t("url")}
          hint={t("urlHint")}
          defaultValue={document?.url ?? ""}
          maxLength={500}
          autoComplete="off"
        />
        <CheckboxField name="asksAgain" label={t("asksAgain")} hint={t("asksAgainHint")} />
        <div className="form-actions">
          <SubmitButton>{t(`${kind}.save`)}</SubmitButton>
        </div>
      </DocumentForm>
    </SettingsSection>
  );
}

function Standing({ kind, document }: Pick<EditedDocument, "kind" | "document">) {
  const t = useTranslations("admin.instanceTexts");
  if (!document) return t("noneYet");
  return t.rich(document.version > 0 ? "standing" : "standingOurs", {
    version: document.version,
    link: (words) => <a href={documentPath(kind)}>{words}</a>,
  });
}
