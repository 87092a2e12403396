import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckboxField, TextAreaField } from "@/components/forms/fields";
import { paths } from "@/lib/core/paths";

export type RegistrationFieldsProps = {
  /** A moderator decides, and reads a few words first. */
  asksForWords: boolean;
  hasTerms: boolean;
  hasRules: boolean;
};

/** What this server wants from whoever signs up, be it with a password or from elsewhere. */
export function RegistrationFields({ asksForWords, hasTerms, hasRules }: RegistrationFieldsProps) {
  const t = useTranslations("accounts");
  return (
    <div className="fields">
      {asksForWords && (
        <TextAreaField
          name="application"
          label={t("application")}
          hint={t("applicationHint")}
          maxLength={1000}
          rows={4}
          required
        />
      )}
      {hasTerms && (
        <CheckboxField
          name="terms"
          label={t.rich("acceptTerms", {
            terms: (words) => (
              <a href={paths.terms} target="_blank" rel="noreferrer">
                {words}
              </a>
            ),
          })}
          hint={t("acceptTermsHint")}
          required
        />
      )}
      <p className="soft small">{t.rich(hasRules ? "readRules" : "readPrivacy", { rules, privacy })}</p>
    </div>
  );
}

// Beside the form: what was typed stays.
function rules(words: ReactNode) {
  return (
    <a href={paths.rules} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
}

function privacy(words: ReactNode) {
  return (
    <a href={paths.privacy} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
}
