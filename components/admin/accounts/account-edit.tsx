import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { nameOfLanguage } from "@/components/layout/name-of-language";
import { SettingsSection } from "@/components/settings/settings-section";
import type { SeenAccount } from "@/lib/accounts/administration/look";
import { accountRoles } from "@/lib/accounts/input";
import { locales } from "@/lib/core/locale";
import type { AccountActions } from "./account-acts";
import { AccountEmailForm, AccountLocaleForm, AccountRoleForm } from "./forms";

type AccountEditProps = { account: SeenAccount; actions: AccountActions };

/** What of an account is changed by saying something else. */
export function AccountEdit({ account, actions }: AccountEditProps) {
  const t = useTranslations("admin.accounts");
  const { id, confirmedAt } = account;
  return (
    <SettingsSection id="edit" title={t("edit")}>
      <AccountRoleForm action={actions.setRole} id="role">
        <input type="hidden" name="accountId" value={id} />
        <SelectField
          name="role"
          label={t("role")}
          hint={t("roleHint")}
          defaultValue={account.role}
          options={accountRoles.map((value) => ({ value, label: t(`roles.${value}`) }))}
        />
        <div className="form-actions">
          <SubmitButton variant="plain">{t("saveRole")}</SubmitButton>
        </div>
      </AccountRoleForm>
      <AccountEmailForm action={actions.setEmail} id="email">
        <input type="hidden" name="accountId" value={id} />
        <TextField
          name="email"
          type="email"
          label={t("newAddress")}
          hint={confirmedAt ? t("newAddressHint") : t("mendAddressHint")}
          autoComplete="off"
          required
        />
        <div className="form-actions">
          <SubmitButton variant="plain">{t("saveAddress")}</SubmitButton>
        </div>
      </AccountEmailForm>
      <AccountLocaleForm action={actions.setLocale} id="locale">
        <input type="hidden" name="accountId" value={id} />
        <SelectField
          name="locale"
          label={t("language")}
          defaultValue={account.locale}
          options={locales.map((value) => ({ value, label: nameOfLanguage(value) }))}
        />
        <div className="form-actions">
          <SubmitButton variant="plain">{t("saveLanguage")}</SubmitButton>
        </div>
      </AccountLocaleForm>
    </SettingsSection>
  );
}
