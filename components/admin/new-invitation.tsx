import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { invitationDays } from "@/lib/accounts/input";
import type { FormAction } from "@/lib/web/form-state";
import { InvitationForm } from "./forms";

export function NewInvitation({ create }: { create: FormAction }) {
  const t = useTranslations("admin.invitations");
  const forms = useTranslations("forms");
  const lasting = invitationDays.map((days) => ({ value: String(days), label: t("days", { days }) }));
  return (
    <SettingsSection id="new" title={t("new")} lead={t("newLead")}>
      <InvitationForm action={create} id="invitation">
        <TextField
          name="note"
          label={t("note")}
          hint={t("noteHint")}
          optional={forms("optional")}
          maxLength={200}
          autoComplete="off"
        />
        <div className="invitation-limits">
          <TextField
            name="maxUses"
            label={t("maxUses")}
            hint={t("maxUsesHint")}
            optional={forms("optional")}
            inputMode="numeric"
            maxLength={5}
            autoComplete="off"
          />
          <SelectField
            name="days"
            label={t("lasts")}
            hint={t("lastsHint")}
            options={[{ value: "", label: t("noEnd") }, ...lasting]}
            defaultValue="30"
          />
        </div>
        <div className="form-actions">
          <SubmitButton>{t("create")}</SubmitButton>
        </div>
      </InvitationForm>
    </SettingsSection>
  );
}
