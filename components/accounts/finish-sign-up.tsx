import { useTranslations } from "next-intl";
import { TextField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { HandleField } from "@/components/identities/handle-field";
import type { FormAction } from "@/lib/web/form-state";
import { FinishSignUpForm } from "./forms";
import { RegistrationFields, type RegistrationFieldsProps } from "./registration-fields";
import { ZoneOfAccount } from "./zone-of-account";

type FinishSignUpProps = {
  /** What the provider is called, and what it told. */
  provider: string;
  name: string;
  email: string | null;
  locale: string;
  host: string;
  back: string;
  /** What this server asks of newcomers beside. */
  asked: RegistrationFieldsProps;
  finish: FormAction;
};

/** What an account still needs of somebody whom a provider brought. */
export function FinishSignUp({
  provider,
  name,
  email,
  locale,
  host,
  back,
  asked,
  finish,
}: FinishSignUpProps) {
  const t = useTranslations("accounts");
  return (
    <FormTexts>
      <FinishSignUpForm action={finish}>
        {email ? (
          <p className="break-words">{t("providers.finishEmail", { email, name: provider })}</p>
        ) : (
          <TextField
            name="email"
            label={t("email")}
            hint={t("providers.finishEmailHint", { name: provider })}
            type="email"
            autoComplete="email"
            required
          />
        )}
        <fieldset className="fields">
          <legend>{t("firstIdentity")}</legend>
          <p className="soft small">{t("firstIdentityHint")}</p>
          <TextField
            name="name"
            label={t("name")}
            hint={t("nameHint")}
            defaultValue={name}
            autoComplete="nickname"
            maxLength={80}
            required
          />
          <HandleField host={host} />
        </fieldset>
        <RegistrationFields {...asked} />
        <input type="hidden" name="back" value={back} />
        <input type="hidden" name="locale" value={locale} />
        <ZoneOfAccount locale={locale} />
        <SubmitButton wide>{t("createAccount")}</SubmitButton>
      </FinishSignUpForm>
    </FormTexts>
  );
}
