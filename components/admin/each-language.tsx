import type { ComponentProps, ReactNode } from "react";
import { TextAreaField, TextField } from "@/components/forms/fields";
import { nameOfLanguage } from "@/components/layout/name-of-language";
import { type Locale, locales } from "@/lib/core/locale";

type EachLanguageProps = {
  /** The fields are called `name_en`, `name_fr`… */
  name: string;
  label: string;
  hint?: ReactNode;
  texts: Partial<Record<Locale, string>>;
  maxLength: number;
  /** One line instead of an area of as many. */
  rows?: ComponentProps<typeof TextAreaField>["rows"];
};

/** The same text in every language that is spoken here; those that are left empty fall back on another. */
export function EachLanguage({ name, label, hint, texts, maxLength, rows }: EachLanguageProps) {
  return (
    <fieldset className="fields">
      <legend>{label}</legend>
      {hint && <p className="soft small">{hint}</p>}
      {locales.map((locale) => {
        const field = {
          name: `${name}_${locale}`,
          label: nameOfLanguage(locale),
          lang: locale,
          defaultValue: texts[locale] ?? "",
          maxLength,
        };
        return rows ? (
          <TextAreaField key={locale} {...field} rows={rows} />
        ) : (
          <TextField key={locale} {...field} />
        );
      })}
    </fieldset>
  );
}
