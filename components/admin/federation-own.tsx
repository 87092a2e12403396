import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxField, RadioField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { followerRules, listReaders } from "@/lib/instance/input";
import type { InstanceSettings } from "@/lib/instance/settings";
import type { FormAction } from "@/lib/web/form-state";

type OwnProps = {
  own: { address: string; uri: string };
  settings: Pick<InstanceSettings, "authorizedFetch" | "serverFollowers" | "serverListFor">;
  save: FormAction;
};

/** By which name other servers follow this one, what they must do to read here, and who reads what was decided about them. */
export function FederationOwn({ own, settings, save }: OwnProps) {
  const t = useTranslations("admin.federation");
  return (
    <SettingsSection id="own" title={t("own")} lead={t("ownLead")}>
      <dl className="server-facts">
        <div>
          <dt>{t("address")}</dt>
          <dd>
            <code>{own.address}</code>
          </dd>
        </div>
        <div>
          <dt>{t("uri")}</dt>
          <dd>
            <code>{own.uri}</code>
          </dd>
        </div>
      </dl>
      <ActionForm action={save} id="federation">
        <CheckboxField
          name="authorizedFetch"
          label={t("authorizedFetch")}
          hint={t("authorizedFetchHint")}
          defaultChecked={settings.authorizedFetch}
        />
        <RadioField
          name="serverFollowers"
          label={t("serverFollowers")}
          defaultValue={settings.serverFollowers}
          choices={followerRules.map((value) => ({
            value,
            label: t(`followerRule.${value}`),
            hint: t(`followerRule.${value}Hint`),
          }))}
        />
        <RadioField
          name="serverListFor"
          label={t("serverListFor")}
          defaultValue={settings.serverListFor}
          choices={listReaders.map((value) => ({
            value,
            label: t(`listReader.${value}`),
            hint: t(`listReader.${value}Hint`),
          }))}
        />
        <div className="form-actions">
          <SubmitButton variant="plain">{t("save")}</SubmitButton>
        </div>
      </ActionForm>
    </SettingsSection>
  );
}
