import type { ReactNode } from "react";
import { TextAreaField } from "@/components/forms/fields";
import { nameOfLanguage } from "@/components/layout/name-of-language";
import { type Locale, locales } from "@/lib/core/locale";

type EachLanguageProps = {
  /** The fields are called `name_en`, `name_fr`… */
  name: string;
  label: string;
  hint?: ReactNode;
  texts: Partial<Record<Locale, string>>;
  maxLength: number;
  rows: number;
};

/** The same text in every language that is spoken here; those that are left empty fall back on another. */
export function EachLanguage({ name, label, hint, texts, ...area }: EachLanguageProps) {
  return (
    <fieldset className="fields">
      <legend>{label}</legend>
      {hint && <p className="soft small">{hint}</p>}
      {locales.map((locale) => (
        <TextAreaField
          key={locale}
          name={`${name}_${locale}`}
          label={nameOfLanguage(locale)}
          lang={locale}
          defaultValue={texts[locale] ?? ""}
          {...area}
        />
      ))}
    </fieldset>
  );
}
