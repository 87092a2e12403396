import { useTranslations } from "next-intl";
import { TextField } from "@/components/forms/fields";

export function NewPasswordField() {
  const t = useTranslations("accounts");
  return (
    <TextField
      name="newPassword"
      label={t("newPassword")}
      hint={t("passwordHint")}
      type="password"
      autoComplete="new-password"
      minLength={10}
      maxLength={200}
      required
    />
  );
}
