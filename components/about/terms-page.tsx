import { useTranslations } from "next-intl";
import { Prose } from "@/components/ui/prose";

/** What people agree to when they sign up. */
export function TermsPage({ html }: { html: string }) {
  const t = useTranslations("layout");
  return (
    <section className="section">
      <h1 className="text-step-2 mb-5">{t("termsTitle")}</h1>
      {/* People's own headings begin below h2. */}
      <h2 className="sr-only">{t("termsText")}</h2>
      <Prose html={html} />
    </section>
  );
}
