import { useLocale, useTranslations } from "next-intl";
import { nameOfLanguage } from "@/components/layout/name-of-language";
import { Prose } from "@/components/ui/prose";
import type { Locale } from "@/lib/core/locale";

type OwnTextProps = {
  /** HTML that was sanitised when it was stored, in the language that there is. */
  found: { text: string; locale: Locale } | null;
  /** For those who do not see the page: people's own headings begin below h2. */
  title: string;
};

/** What administrators wrote; where it is only there in another language, that is said. */
export function OwnText({ found, title }: OwnTextProps) {
  const t = useTranslations("documents");
  const locale = useLocale();
  if (!found) return null;
  const isOther = found.locale !== locale;
  return (
    <>
      <h2 className="sr-only">{title}</h2>
      {isOther && <p className="soft mb-4">{t("onlyIn", { language: nameOfLanguage(found.locale) })}</p>}
      <Prose html={found.text} lang={isOther ? found.locale : undefined} />
    </>
  );
}
