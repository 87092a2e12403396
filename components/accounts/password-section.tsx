import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import type { FormAction } from "@/lib/web/form-state";
import { ChangePasswordForm } from "./forms";
import { NewPasswordField } from "./new-password-field";

type PasswordSectionProps = {
  email: string;
  hasPassword: boolean;
  change: FormAction;
  /** For accounts that sign in elsewhere: a link to set a first one. */
  mailLink: FormAction;
};

export function PasswordSection({ email, hasPassword, change, mailLink }: PasswordSectionProps) {
  const t = useTranslations("security.password");
  const lead = hasPassword ? t("lead") : t("noneYet");
  return (
    <SettingsSection id="password" title={t("title")} lead={lead}>
      {hasPassword ? (
        <ChangePasswordForm action={change}>
          {/* Tells password managers whose password it is. */}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <TextField
            name="password"
            label={t("present")}
            type="password"
            autoComplete="current-password"
            maxLength={200}
            required
          />
          <NewPasswordField />
          <div>
            <SubmitButton variant="plain">{t("change")}</SubmitButton>
          </div>
        </ChangePasswordForm>
      ) : (
        <ActionForm action={mailLink}>
          <div>
            <SubmitButton variant="plain">{t("mailLink")}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </SettingsSection>
  );
}
