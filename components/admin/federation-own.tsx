import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import type { FormAction } from "@/lib/web/form-state";

type OwnProps = { own: { address: string; uri: string }; authorizedFetch: boolean; save: FormAction };

/** By which name other servers follow this one, and what they must do to read here. */
export function FederationOwn({ own, authorizedFetch, save }: OwnProps) {
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
          defaultChecked={authorizedFetch}
        />
        <div className="form-actions">
          <SubmitButton variant="plain">{t("save")}</SubmitButton>
        </div>
      </ActionForm>
    </SettingsSection>
  );
}
