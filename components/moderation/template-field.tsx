import { useTranslations } from "next-intl";
import { SelectField } from "@/components/forms/fields";
import type { TemplateChoice } from "@/lib/moderation/templates";

/** A text that stands ready, sent where no other is typed; what they say unfolds below. */
export function TemplateField({ templates }: { templates: TemplateChoice[] }) {
  const t = useTranslations("waiting.template");
  const languages = useTranslations("waiting.language");
  if (templates.length === 0) return null;
  const options = [
    { value: "", label: t("own") },
    ...templates.map(({ value, title, locale }) => ({ value, label: `${title} (${languages(locale)})` })),
  ];
  return (
    <>
      <SelectField name="template" label={t("label")} hint={t("hint")} options={options} defaultValue="" />
      <details className="small">
        <summary>{t("read")}</summary>
        <dl className="templates-read">
          {templates.map(({ value, title, locale, text }) => (
            <div key={value} lang={locale}>
              <dt className="font-semibold">{title}</dt>
              <dd className="whitespace-pre-line">{text}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
