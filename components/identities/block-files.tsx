import { useTranslations } from "next-intl";
import { FileField, SelectField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { blockListPath } from "@/lib/core/moderation-paths";
import { blockLists } from "@/lib/identities/blocks/input";
import type { FormAction } from "@/lib/web/form-state";
import { ImportBlocksForm } from "./block-forms";
import { ImportedBlocks } from "./imported-blocks";

type BlockFilesProps = {
  /** The handle of whose lists they are, should the reader act as another meanwhile. */
  as: string;
  take: FormAction;
};

/** One's own lists, taken elsewhere and brought from there. */
export function BlockFiles({ as, take }: BlockFilesProps) {
  const t = useTranslations("blocks.files");
  const labels = {
    added: t("added"),
    already: t("already"),
    unknown: t("unknown"),
    own: t("own"),
    notValid: t("notValid"),
  };
  return (
    <SettingsSection id="files" title={t("title")} lead={t("lead")}>
      <ul className="block-files">
        {blockLists.map((list) => (
          <li key={list}>
            <a href={blockListPath({ list, as })} download>
              {t(`download.${list}`)}
            </a>
          </li>
        ))}
      </ul>
      <ImportBlocksForm action={take} id="import-blocks">
        <input type="hidden" name="as" value={as} />
        <SelectField
          name="list"
          label={t("list")}
          options={blockLists.map((value) => ({ value, label: t(`lists.${value}`) }))}
          defaultValue="blocked_accounts"
        />
        <FileField
          name="file"
          label={t("file")}
          hint={t("fileHint")}
          accept=".csv,.txt,text/csv,text/plain"
          required
        />
        <div className="form-actions">
          <SubmitButton variant="plain">{t("take")}</SubmitButton>
        </div>
        <ImportedBlocks labels={labels} />
      </ImportBlocksForm>
    </SettingsSection>
  );
}
