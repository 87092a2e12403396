import { useTranslations } from "next-intl";
import { paths } from "@/lib/core/paths";

/** The ways to what holds on this server, as far as it was written: items of a list. */
export function DocumentLinks({ hasRules, hasTerms }: { hasRules: boolean; hasTerms: boolean }) {
  const t = useTranslations("layout");
  return (
    <>
      {hasRules && (
        <li>
          <a href={paths.rules}>{t("rules")}</a>
        </li>
      )}
      {hasTerms && (
        <li>
          <a href={paths.terms}>{t("terms")}</a>
        </li>
      )}
      <li>
        <a href={paths.privacy}>{t("privacy")}</a>
      </li>
    </>
  );
}
