import { useTranslations } from "next-intl";
import { FileField, TextAreaField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { ButtonLink } from "@/components/ui/button";
import { paths } from "@/lib/core/paths";
import { MAX_LIST } from "@/lib/instance/input";
import type { FormAction } from "@/lib/web/form-state";
import type { readServerLists } from "@/lib/web/server-lists-reading";
import { ServerListForm } from "../forms";
import { ExchangeMode } from "./exchange-mode";

type ServerListsProps = {
  reading: Awaited<ReturnType<typeof readServerLists>>;
  setMode: FormAction;
  keep: FormAction;
};

/** Who exchanges with this server at all, and what was decided about servers as a file. */
export function ServerLists({ reading, setMode, keep }: ServerListsProps) {
  const t = useTranslations("admin.lists");
  const forms = useTranslations("forms");
  return (
    <FormTexts>
      <p className="soft max-w-[66ch]">
        {t.rich("lead", { link: (words) => <a href={`${paths.federation}#policies`}>{words}</a> })}
      </p>
      <ExchangeMode {...reading} setMode={setMode} />
      <SettingsSection id="import" title={t("import")} lead={t("importLead")}>
        <ServerListForm action={keep} id="server-list">
          <FileField
            name="file"
            label={t("file")}
            optional={forms("optional")}
            accept=".csv,.txt,text/csv,text/plain"
          />
          <TextAreaField
            name="list"
            label={t("text")}
            hint={t("textHint")}
            optional={forms("optional")}
            maxLength={MAX_LIST}
            rows={6}
            spellCheck={false}
            autoCapitalize="none"
          />
          <div className="form-actions">
            <SubmitButton>{t("look")}</SubmitButton>
          </div>
        </ServerListForm>
      </SettingsSection>
      <SettingsSection id="export" title={t("export")} lead={t("exportLead")}>
        <p>
          <ButtonLink href={`${paths.federation}/servers.csv`} download>
            {t("download")}
          </ButtonLink>
        </p>
      </SettingsSection>
    </FormTexts>
  );
}
