import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { RadioField, TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { BlockedDomain } from "@/db/schema/blocks";
import type { FormAction } from "@/lib/web/form-state";
import { BlockDomainForm } from "./block-forms";

type BlockedServersProps = {
  /** The handle of whose list it is, should the reader act as another meanwhile. */
  as: string;
  servers: Pick<BlockedDomain, "domain" | "kind">[];
  block: FormAction;
  unblock: FormAction;
};

/** For the eyes of the one who blocks. */
export function BlockedServers({ as, servers, block, unblock }: BlockedServersProps) {
  const t = useTranslations("blocks.servers");
  const kinds = useTranslations("blocks");
  const choices = (["block", "mute"] as const).map((value) => ({
    value,
    label: t(`${value}.label`),
    hint: t(`${value}.hint`),
  }));
  return (
    <SettingsSection id="servers" title={t("title")} lead={t("lead")}>
      {servers.length > 0 && (
        <ul className="list blocked-list">
          {servers.map(({ domain, kind }) => (
            <li key={domain}>
              <div>
                <strong>{domain}</strong> <Chip>{t(kind === "block" ? "blocked" : "muted")}</Chip>
              </div>
              <ButtonForm action={unblock}>
                <input type="hidden" name="as" value={as} />
                <input type="hidden" name="domain" value={domain} />
                <Button type="submit">
                  {kinds("undo")}
                  <VisuallyHidden> {domain}</VisuallyHidden>
                </Button>
              </ButtonForm>
            </li>
          ))}
        </ul>
      )}
      <details className="more">
        <summary>{t("add")}</summary>
        <BlockDomainForm action={block} id="block-server">
          <input type="hidden" name="as" value={as} />
          <TextField
            name="domain"
            label={t("domain")}
            hint={t("domainHint")}
            placeholder="bells.example"
            required
            maxLength={300}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
          />
          <RadioField name="kind" label={t("what")} choices={choices} defaultValue="block" />
          <div className="form-actions">
            <SubmitButton>{t("save")}</SubmitButton>
          </div>
        </BlockDomainForm>
      </details>
    </SettingsSection>
  );
}
