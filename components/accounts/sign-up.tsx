import { useTranslations } from "next-intl";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import type { FormAction } from "@/lib/web/form-state";
import { SignUpForm } from "./forms";
import { Honeypot } from "./honeypot";
import { NewAccountFields } from "./new-account-fields";
import { ProofOfWork } from "./proof-of-work";
import { RegistrationFields, type RegistrationFieldsProps } from "./registration-fields";

type SignUpProps = RegistrationFieldsProps & {
  locale: string;
  host: string;
  challenge: string;
  /** The code that they came with. */
  invitation?: string;
  signUp: FormAction;
};

export function SignUp({ locale, host, challenge, invitation, signUp, ...asked }: SignUpProps) {
  const t = useTranslations("accounts");
  return (
    <FormTexts>
      <SignUpForm action={signUp}>
        <NewAccountFields locale={locale} host={host} />
        <RegistrationFields {...asked} />
        {invitation && <input type="hidden" name="invitation" value={invitation} />}
        <Honeypot />
        <ProofOfWork challenge={challenge} />
        <SubmitButton wide>{t("createAccount")}</SubmitButton>
      </SignUpForm>
    </FormTexts>
  );
}
