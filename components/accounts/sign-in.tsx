import { useTranslations } from "next-intl";
import { TextField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { paths } from "@/lib/core/paths";
import type { FormAction } from "@/lib/web/form-state";
import { SignInForm } from "./forms";
import { WhenRefused } from "./when-refused";

export function SignIn({ signIn, back }: { signIn: FormAction; back: string }) {
  const t = useTranslations("accounts");
  return (
    <FormTexts>
      <SignInForm action={signIn}>
        <input type="hidden" name="back" value={back} />
        <WhenRefused reason="account_unconfirmed">
          <p>
            <a href={paths.resendConfirmation}>{t("resend")}</a>
          </p>
        </WhenRefused>
        <TextField name="email" label={t("email")} type="email" autoComplete="username" required />
        <TextField
          name="password"
          label={t("password")}
          type="password"
          autoComplete="current-password"
          required
        />
        <SubmitButton wide>{t("signIn")}</SubmitButton>
        <p className="small">
          <a href={paths.forgotPassword}>{t("forgotTitle")}</a>
        </p>
      </SignInForm>
    </FormTexts>
  );
}
