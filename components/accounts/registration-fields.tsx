import { useTranslations } from "next-intl";
import { CheckboxField, TextAreaField } from "@/components/forms/fields";
import { paths } from "@/lib/core/paths";

export type RegistrationFieldsProps = {
  /** A moderator decides, and reads a few words first. */
  asksForWords: boolean;
  hasTerms: boolean;
};

/** What this server wants from whoever signs up, be it with a password or from elsewhere. */
export function RegistrationFields({ asksForWords, hasTerms }: RegistrationFieldsProps) {
  const t = useTranslations("accounts");
  if (!asksForWords && !hasTerms) return null;
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
    </div>
  );
}
