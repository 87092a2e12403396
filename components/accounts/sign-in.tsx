import { useTranslations } from "next-intl";
import { TextField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import type { FormAction } from "@/lib/web/form-state";
import { SignInForm } from "./forms";

export function SignIn({ signIn, back }: { signIn: FormAction; back: string }) {
  const t = useTranslations("accounts");
  return (
    <FormTexts>
      <SignInForm action={signIn}>
        <input type="hidden" name="back" value={back} />
        <TextField name="email" label={t("email")} type="email" autoComplete="username" required />
        <TextField
          name="password"
          label={t("password")}
          type="password"
          autoComplete="current-password"
          required
        />
        <SubmitButton wide>{t("signIn")}</SubmitButton>
      </SignInForm>
    </FormTexts>
  );
}
