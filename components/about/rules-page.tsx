import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/core/locale";
import { OwnText } from "./own-text";

/** What is welcome here and what is not. */
export function RulesPage({ found }: { found: { text: string; locale: Locale } }) {
  const t = useTranslations("documents.rules");
  return (
    <section className="section">
      <h1 className="text-step-2">{t("title")}</h1>
      <p className="soft mt-2">{t("lead")}</p>
      <div className="mt-5">
        <OwnText found={found} title={t("text")} />
      </div>
    </section>
  );
}
