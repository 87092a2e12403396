import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { Alert } from "@/components/ui/alert";
import type { Credentials } from "@/lib/accounts/credentials";
import type { FormAction } from "@/lib/web/form-state";
import { ChangeEmailForm } from "./forms";

type EmailSectionProps = { credentials: Credentials; change: FormAction; takeBack: FormAction };

export function EmailSection({ credentials, change, takeBack }: EmailSectionProps) {
  const t = useTranslations("security.email");
  const { email, newEmail, hasPassword } = credentials;
  return (
    <SettingsSection id="email" title={t("title")} lead={t("lead")}>
      <p className="mb-2 wrap-anywhere">
        <strong>{email}</strong>
      </p>
      {newEmail ? (
        <PendingEmail newEmail={newEmail} takeBack={takeBack} />
      ) : hasPassword ? (
        <NewEmailForm change={change} />
      ) : (
        <p className="soft">{t("passwordFirst")}</p>
      )}
    </SettingsSection>
  );
}

function NewEmailForm({ change }: { change: FormAction }) {
  const t = useTranslations("security.email");
  return (
    <ChangeEmailForm action={change}>
      <TextField
        name="email"
        label={t("new")}
        hint={t("newHint")}
        type="email"
        autoComplete="email"
        required
      />
      <TextField
        name="password"
        label={t("password")}
        type="password"
        autoComplete="current-password"
        maxLength={200}
        required
      />
      <div>
        <SubmitButton variant="plain">{t("change")}</SubmitButton>
      </div>
    </ChangeEmailForm>
  );
}

function PendingEmail({ newEmail, takeBack }: { newEmail: string; takeBack: FormAction }) {
  const t = useTranslations("security.email");
  return (
    <Alert title={t("pending")}>
      <p className="wrap-anywhere">{newEmail}</p>
      <p>{t("pendingText")}</p>
      <ButtonForm action={takeBack} className="mt-3">
        <SubmitButton variant="plain" small>
          {t("takeBack")}
        </SubmitButton>
      </ButtonForm>
    </Alert>
  );
}
