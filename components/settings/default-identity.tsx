import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { RadioField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import type { FormAction } from "@/lib/web/form-state";

type DefaultIdentityProps = {
  /** The default one first. */
  identities: { id: string; handle: string; name: string }[];
  save: FormAction;
};

/** As whom one acts after signing in; nothing to choose for whoever has one identity. */
export function DefaultIdentity({ identities, save }: DefaultIdentityProps) {
  const t = useTranslations("settings.defaultIdentity");
  if (identities.length < 2) return null;
  return (
    <SettingsSection id="identity" title={t("title")} lead={t("lead")}>
      <ActionForm action={save} id="identity-form">
        <RadioField
          name="actorId"
          label={t("label")}
          defaultValue={identities[0]?.id}
          choices={identities.map(({ id, handle, name }) => ({ value: id, label: name, hint: `@${handle}` }))}
        />
        <div className="form-actions">
          <SubmitButton variant="plain">{t("save")}</SubmitButton>
        </div>
      </ActionForm>
    </SettingsSection>
  );
}
